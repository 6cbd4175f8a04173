package dynamodb

import "github.com/lintel-iac/lintel/checks"

var TableDeletionProtectionDisabled = &checks.Check{
	Title:    "DynamoDB table is not protected against deletion",
	Severity: checks.Medium,
	Why:      "One wrong command, or one attribute that forces a replacement, deletes the table.",
	Fix: checks.Fix{
		Terraform:      `Set "deletion_protection_enabled = true".`,
		CloudFormation: `Set "DeletionProtectionEnabled: true".`,
		Live:           `Run "aws dynamodb update-table" with --deletion-protection-enabled.`,
	},
	Aliases:    checks.Aliases{Prowler: "dynamodb_table_deletion_protection_enabled"},
	References: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireTrue{Type: "aws_dynamodb_table", Path: "deletion_protection_enabled"},
		checks.RequireTrue{
			Type: "aws_dynamodb_table", Companion: "aws_dynamodb_table_replica", Each: "table_replica", Path: "deletion_protection_enabled",
		},
	},
}
