package lambda

import "github.com/lintel-iac/lintel/checks"

var OutsideVPC = &checks.Check{
	Title:    "Lambda function runs outside of your networks",
	Severity: checks.Low,
	Why:      "What it connects to is not held back by security groups, nor seen in flow logs.",
	Fix: checks.Fix{
		Terraform:      `Add a block "vpc_config" with subnets and security groups.`,
		CloudFormation: `Set "VpcConfig" with subnets and security groups.`,
		Live:           `Run "aws lambda update-function-configuration" with --vpc-config.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_117",
		CfnNag:  "W89",
		Guard:   "LAMBDA_INSIDE_VPC",
		Prowler: "awslambda_function_inside_vpc",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_lambda_function", Path: "vpc_config.subnet_ids"},
}
