package ec2

import "github.com/lintel-iac/lintel/checks"

var DefaultVPC = &checks.Check{
	Title:    "Default VPC is in use",
	Severity: checks.Medium,
	Why: "All its subnets give public addresses and lead to the internet, and whatever names no network lands " +
		"there.",
	Fix: checks.Fix{
		Terraform:      `Make an "aws_vpc" for what runs here, and remove the "aws_default_vpc".`,
		CloudFormation: `Make an "AWS::EC2::VPC", and place resources in its subnets.`,
		Live:           `Move what runs there into a VPC of its own, and run "aws ec2 delete-vpc" on the default one.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_148",
		KICS:    "96ed3526-0179-4c73-b1b2-372fde2e0d13",
		Trivy:   "AVD-AWS-0101",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html"},
	Since:      "0.1",
	Rule:       checks.ForbidType{Type: "aws_default_vpc", Instead: "aws_vpc", Says: "the default VPC is adopted, not removed"},
}
