package glue

import "github.com/lintel-iac/lintel/checks"

var CatalogWithoutCustomerKey = &checks.Check{
	Title:    "Glue data catalog is not encrypted with customer managed keys",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "sse_aws_kms_key_id" and "aws_kms_key_id" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "SseAwsKmsKeyId" and "KmsKeyId" to a KMS key of the account.`,
		Live:           `Run "aws glue put-data-catalog-encryption-settings" with both keys.`,
	},
	Aliases:    checks.Aliases{KICS: "01d50b14-e933-4c99-b314-6d08cd37ad35"},
	References: []string{"https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireCustomerKey{Type: "aws_glue_data_catalog_encryption_settings", Path: "data_catalog_encryption_settings.connection_password_encryption.aws_kms_key_id"},
		checks.RequireCustomerKey{Type: "aws_glue_data_catalog_encryption_settings", Path: "data_catalog_encryption_settings.encryption_at_rest.sse_aws_kms_key_id"},
	},
}
