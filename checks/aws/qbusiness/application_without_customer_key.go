package qbusiness

import "github.com/lintel-iac/lintel/checks"

var ApplicationWithoutCustomerKey = &checks.Check{
	Title:    "Amazon Q application is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" in the block "encryption_configuration".`,
		CloudFormation: `Set "KmsKeyId" in "EncryptionConfiguration".`,
		Live:           `Make the application anew with a KMS key of the account.`,
	},
	References: []string{"https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/data-encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_qbusiness_application", Path: "encryption_configuration.kms_key_id"},
}
