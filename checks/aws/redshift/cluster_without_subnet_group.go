package redshift

import "github.com/lintel-iac/lintel/checks"

var ClusterWithoutSubnetGroup = &checks.Check{
	Title:    "Redshift cluster does not say in which VPC it is",
	Severity: checks.Low,
	Why:      "Without a subnet group it is put into the default VPC, whose subnets are public.",
	Fix: checks.Fix{
		Terraform:      `Set "cluster_subnet_group_name" to an "aws_redshift_subnet_group" of private subnets.`,
		CloudFormation: `Set "ClusterSubnetGroupName" to a group of private subnets.`,
		Live:           `Restore a snapshot of it into a subnet group.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_154",
		KICS:    "0a494a6a-ebe2-48a0-9d77-cf9d5125e1b3",
		Trivy:   "AVD-AWS-0127",
	},
	References: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-cluster-subnet-groups.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_redshift_cluster", Path: "cluster_subnet_group_name"},
}
