package glue

import "github.com/lintel-iac/lintel/checks"

var ConnectionPasswordsUnencrypted = &checks.Check{
	Title:    "Glue data catalog keeps the passwords of connections in the clear",
	Severity: checks.High,
	Why:      "Whoever may read a connection has the password of the database behind it.",
	Fix: checks.Fix{
		Terraform:      `Set "return_connection_password_encrypted = true", and "aws_kms_key_id".`,
		CloudFormation: `Set "ReturnConnectionPasswordEncrypted: true" under "ConnectionPasswordEncryption".`,
		Live:           `Run "aws glue put-data-catalog-encryption-settings" with ReturnConnectionPasswordEncrypted=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_94",
		KICS:    "01d50b14-e933-4c99-b314-6d08cd37ad35",
		Prowler: "glue_data_catalogs_connection_passwords_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/glue/latest/dg/encrypt-connection-passwords.html"},
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type: "aws_glue_data_catalog_encryption_settings",
		Path: "data_catalog_encryption_settings.connection_password_encryption.return_connection_password_encrypted",
	},
}
