package sagemaker

import "github.com/lintel-iac/lintel/checks"

var NotebookOutsideVPC = &checks.Check{
	Title:    "SageMaker notebook is not placed in a VPC",
	Severity: checks.Medium,
	Why:      "It shares a network with strangers, and none of your firewalls and flow logs see it.",
	Fix: checks.Fix{
		Terraform:      `Set "subnet_id" and "security_groups".`,
		CloudFormation: `Set "SubnetId" and "SecurityGroupIds".`,
		Live:           `Create the notebook anew in a subnet.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_306",
		KICS:    "9c7028d9-04c2-45be-b8b2-1188ccaefb36",
		Prowler: "sagemaker_notebook_instance_vpc_settings_configured",
	},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_sagemaker_notebook_instance", Path: "subnet_id"},
}
