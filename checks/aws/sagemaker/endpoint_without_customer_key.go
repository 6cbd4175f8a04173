package sagemaker

import "github.com/lintel-iac/lintel/checks"

var EndpointWithoutCustomerKey = &checks.Check{
	Title:    "Storage of a SageMaker endpoint is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_arn" to a KMS key of your own.`,
		CloudFormation: `Set "KmsKeyId" to a KMS key of your own.`,
		Live:           `Create it anew with a key of your own, and move the data.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_98",
		KICS:    "58b35504-0287-4154-bf69-02c0573deab8 44034eda-1c3f-486a-831d-e09a7dd94354",
		CfnNag:  "W1200",
		Guard:   "SAGEMAKER_ENDPOINT_CONFIGURATION_KMS_KEY_CONFIGURED",
		Prowler: "sagemaker_endpoint_config_kms_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_sagemaker_endpoint_configuration", Path: "kms_key_arn"},
}
