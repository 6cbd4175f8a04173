package efs

import "github.com/lintel-iac/lintel/checks"

var FileSystemWithoutCustomerKey = &checks.Check{
	Title:    "EFS file system is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "KmsKeyId" to a KMS key of the account.`,
		Live:           `Make a KMS key, and let the service use it for new data.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_184",
		KICS:    "25d251f3-f348-4f95-845c-1090e41a615c 6d087495-2a42-4735-abf7-02ef5660a7e6",
	},
	References: []string{"https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_efs_file_system", Path: "kms_key_id"},
}
