package sagemaker

import "github.com/lintel-iac/lintel/checks"

var FlowDefinitionWithoutCustomerKey = &checks.Check{
	Title:    "Output of a SageMaker human review is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" in the block "output_config".`,
		CloudFormation: `CloudFormation has no such resource: create it by the API, as below.`,
		Live:           `Run "aws sagemaker create-flow-definition" with a KmsKeyId in --output-config.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_372",
	},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_FlowDefinitionOutputConfig.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_sagemaker_flow_definition", Path: "output_config.kms_key_id"},
}
