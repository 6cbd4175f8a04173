// Package glue holds the checks of Glue.
package glue

import "github.com/lintel-iac/lintel/checks"

var CatalogUnencrypted = &checks.Check{
	Title:    "Glue data catalog is not encrypted",
	Severity: checks.Medium,
	Why:      "The names and shapes of all tables, and where their data lies, are stored in the clear.",
	Fix: checks.Fix{
		Terraform:      `Set catalog_encryption_mode = "SSE-KMS".`,
		CloudFormation: `Set "CatalogEncryptionMode: SSE-KMS" under "EncryptionAtRest".`,
		Live:           `Run "aws glue put-data-catalog-encryption-settings" with CatalogEncryptionMode=SSE-KMS.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_94",
		KICS:    "01d50b14-e933-4c99-b314-6d08cd37ad35",
		Prowler: "glue_data_catalogs_metadata_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html"},
	Since:      "0.1",
	Rule: checks.RequireAny{
		Type: "aws_glue_data_catalog_encryption_settings",
		Path: "data_catalog_encryption_settings.encryption_at_rest.catalog_encryption_mode",
		Of:   []string{"SSE-KMS", "SSE-KMS-WITH-SERVICE-ROLE"},
	},
}
