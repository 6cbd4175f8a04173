package kms

import "github.com/lintel-iac/lintel/checks"

var KeyDisabled = &checks.Check{
	Title:    "KMS key is disabled",
	Severity: checks.Medium,
	Why:      "Nothing that it encrypts can be read, and what depends on it stops.",
	Fix: checks.Fix{
		Terraform:      `Set "is_enabled = true" ("enabled" of a replica or of imported material), or leave it out.`,
		CloudFormation: `Set "Enabled: true", or leave it out.`,
		Live:           `Run "aws kms enable-key".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_227",
		KICS:    "7350fa23-dcf7-4938-916d-6a60b0c73b50 2844c749-bd78-4cd1-90e8-b179df827602",
	},
	References: []string{"https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireTrue{Type: "aws_kms_key", Path: "is_enabled"},
		checks.RequireTrue{Type: "aws_kms_external_key aws_kms_replica_external_key aws_kms_replica_key", Path: "enabled"},
	},
}
