package dynamodb

import "github.com/lintel-iac/lintel/checks"

var TableKeyAWSOwned = &checks.Check{
	Title:    "DynamoDB table is encrypted with a key that AWS owns",
	Severity: checks.Low,
	Why:      "Whoever may read the table may decrypt it, and no use of the key is recorded: it is not in the account.",
	Fix: checks.Fix{
		Terraform:      `Set "enabled = true" in a "server_side_encryption" block, and "kms_key_arn" for a key of your own.`,
		CloudFormation: `Set "SSEEnabled: true" under "SSESpecification".`,
		Live:           `Run "aws dynamodb update-table" with --sse-specification Enabled=true,SSEType=KMS.`,
	},
	Aliases: checks.Aliases{
		KICS:   "ce089fd4-1406-47bd-8aad-c259772bb294 4bd21e68-38c1-4d58-acdc-6a14b203237f c8dee387-a2e6-4a73-a942-183c975549ac",
		Trivy:  "AVD-AWS-0121",
		Guard:  "DYNAMODB_TABLE_MUST_BE_ENCRYPTED",
		Regula: "FG_R00069",
	},
	References: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_dynamodb_table", Path: "server_side_encryption.enabled"},
}
