package backup

import "github.com/lintel-iac/lintel/checks"

var VaultWithoutCustomerKey = &checks.Check{
	Title:    "Backup vault is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_arn" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "EncryptionKeyArn" to a KMS key of the account.`,
		Live:           `Make a KMS key, and let the service use it for new data.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_166",
		Prowler: "backup_vaults_encrypted",
	},
	References: []string{"https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_backup_vault", Path: "kms_key_arn"},
}
