// Package fsx holds the checks of FSx.
package fsx

import "github.com/lintel-iac/lintel/checks"

var FileSystemWithoutCustomerKey = &checks.Check{
	Title:    "FSx file system is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "KmsKeyId" to a KMS key of the account.`,
		Live:           `Make a KMS key, and let the service use it for new data.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_178 CKV_AWS_179 CKV_AWS_190 CKV_AWS_203"},
	References: []string{"https://docs.aws.amazon.com/fsx/latest/WindowsGuide/encryption-at-rest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_fsx_lustre_file_system aws_fsx_ontap_file_system aws_fsx_openzfs_file_system aws_fsx_windows_file_system", Path: "kms_key_id"},
}
