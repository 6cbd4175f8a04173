package sagemaker

import "github.com/lintel-iac/lintel/checks"

var NotebookWithoutCustomerKey = &checks.Check{
	Title:    "SageMaker notebook is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" to a KMS key of your own.`,
		CloudFormation: `Set "KmsKeyId" to a KMS key of your own.`,
		Live:           `Create the notebook anew with a key of your own.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_22 CKV_AWS_187",
		KICS:    "f3674e0c-f6be-43fa-b71c-bf346d1aed99 709e6da6-fa1f-44cc-8f17-7f25f96dadbe",
		CfnNag:  "W1201",
		Guard:   "SAGEMAKER_NOTEBOOK_INSTANCE_KMS_KEY_CONFIGURED",
		Prowler: "sagemaker_notebook_instance_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_sagemaker_notebook_instance", Path: "kms_key_id"},
}
