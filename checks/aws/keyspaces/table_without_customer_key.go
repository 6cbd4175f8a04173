// Package keyspaces holds the checks of Keyspaces.
package keyspaces

import "github.com/lintel-iac/lintel/checks"

var TableWithoutCustomerKey = &checks.Check{
	Title:    "Keyspaces table is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set type = "CUSTOMER_MANAGED_KMS_KEY" and "kms_key_identifier" in "encryption_specification".`,
		CloudFormation: `Set "EncryptionType: CUSTOMER_MANAGED_KMS_KEY" and "KmsKeyIdentifier" under "EncryptionSpecification".`,
		Live:           `Run "aws keyspaces update-table" with --encryption-specification.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_265"},
	References: []string{"https://docs.aws.amazon.com/keyspaces/latest/devguide/EncryptionAtRest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireAny{
		Type: "aws_keyspaces_table",
		Path: "encryption_specification.type",
		Of:   []string{"CUSTOMER_MANAGED_KMS_KEY"},
	},
}
