package rds

import "github.com/lintel-iac/lintel/checks"

var StorageWithoutCustomerKey = &checks.Check{
	Title:    "Database is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "KmsKeyId" to a KMS key of the account.`,
		Live:           `Make a KMS key, and let the service use it for new data.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_327", KICS: "e52395b4-250b-4c60-81d5-2e58c1d37abc"},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_rds_cluster aws_db_instance", Path: "kms_key_id"},
}
