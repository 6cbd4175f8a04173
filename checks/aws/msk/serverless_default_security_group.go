package msk

import "github.com/lintel-iac/lintel/checks"

var ServerlessDefaultSecurityGroup = &checks.Check{
	Title:    "MSK Serverless cluster is in the default security group",
	Severity: checks.Low,
	Why:      "The default group lets everything in the VPC that is in it, too, talk to the cluster.",
	Fix: checks.Fix{
		Terraform:      `Set "security_group_ids" in the block "vpc_config".`,
		CloudFormation: `Set "SecurityGroups" in "VpcConfigs".`,
		Live:           `Make the cluster anew with a security group of its own.`,
	},
	References: []string{"https://docs.aws.amazon.com/msk/latest/developerguide/serverless-getting-started.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_msk_serverless_cluster", Each: "vpc_config", Path: "security_group_ids"},
}
