package emr

import "github.com/lintel-iac/lintel/checks"

var ClusterWithoutSubnet = &checks.Check{
	Title:    "EMR cluster does not say in which subnet it is",
	Severity: checks.Low,
	Why:      "It is put into a subnet of the default VPC, which is public.",
	Fix: checks.Fix{
		Terraform:      `Set "subnet_id" or "subnet_ids" in "ec2_attributes" to private subnets.`,
		CloudFormation: `Set "Ec2SubnetId" or "Ec2SubnetIds" under "Instances" to private subnets.`,
		Live:           `Make a new cluster in a private subnet.`,
	},
	Aliases:    checks.Aliases{KICS: "2b3c8a6d-9856-43e6-ab1d-d651094f03b4 bf89373a-be40-4c04-99f5-746742dfd7f3"},
	References: []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-clusters-in-a-vpc.html"},
	Since:      "0.1",
	Rule:       checks.RequireOne{Type: "aws_emr_cluster", Of: []checks.Condition{{Path: "ec2_attributes.subnet_id"}, {Path: "ec2_attributes.subnet_ids"}}},
}
