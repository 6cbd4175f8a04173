package sagemaker

import "github.com/lintel-iac/lintel/checks"

var DomainWithoutCustomerKey = &checks.Check{
	Title:    "SageMaker domain is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" to a KMS key of your own.`,
		CloudFormation: `Set "KmsKeyId" to a KMS key of your own.`,
		Live:           `Create it anew with a key of your own, and move the data.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_187",
	},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_sagemaker_domain", Path: "kms_key_id"},
}
