package sagemaker

import "github.com/lintel-iac/lintel/checks"

var ModelOutsideVPC = &checks.Check{
	Title:    "Model of SageMaker runs outside of a VPC",
	Severity: checks.Low,
	Why:      "Its containers reach any address, past what a VPC lets through and writes down.",
	Fix: checks.Fix{
		Terraform:      `Add the block "vpc_config".`,
		CloudFormation: `Set "VpcConfig".`,
		Live:           `Make the model anew with a VPC configuration.`,
	},
	Aliases:    checks.Aliases{Prowler: "sagemaker_models_vpc_settings_configured"},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_sagemaker_model", Path: "vpc_config"},
}
