// Package kendra holds the checks of Kendra.
package kendra

import "github.com/lintel-iac/lintel/checks"

var IndexWithoutCustomerKey = &checks.Check{
	Title:    "Kendra index is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "server_side_encryption_configuration.kms_key_id" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "KmsKeyId" under "ServerSideEncryptionConfiguration" to a KMS key of the account.`,
		Live:           `Make a KMS key, and let the service use it for new data.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_262",
		CfnNag:  "W80",
		Guard:   "KENDRA_INDEX_ENCRYPTION_KMS_KEY_ID_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/kendra/latest/dg/encryption-at-rest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_kendra_index", Path: "server_side_encryption_configuration.kms_key_id"},
}
