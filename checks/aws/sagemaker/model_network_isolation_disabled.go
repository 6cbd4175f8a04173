package sagemaker

import "github.com/lintel-iac/lintel/checks"

var ModelNetworkIsolationDisabled = &checks.Check{
	Title:    "SageMaker model may use the network",
	Severity: checks.Medium,
	Why:      "Code of the model, or of a library in it, can send away what it is given.",
	Fix: checks.Fix{
		Terraform:      `Set "enable_network_isolation = true".`,
		CloudFormation: `Set "EnableNetworkIsolation: true".`,
		Live:           `Create the model anew with --enable-network-isolation.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_370",
		Prowler: "sagemaker_models_network_isolation_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_sagemaker_model", Path: "enable_network_isolation"},
}
