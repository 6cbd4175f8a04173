package codebuild

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/aws/kms"
)

var WithoutCustomerKey = &checks.Check{
	Title:    "CodeBuild project is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "encryption_key" to a KMS key of your own.`,
		CloudFormation: `Set "EncryptionKey" to a KMS key of your own.`,
		Live:           `Run "aws codebuild update-project" with --encryption-key.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_147",
		KICS:    "3deec14b-03d2-4d27-9670-7d79322e3340 d7467bb6-3ed1-4c82-8095-5e7a818d0aad",
		CfnNag:  "W32",
		Guard:   "CODEBUILD_ENCRYPTION_KEY_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       kms.ForbidKeyOfAWS{Type: "aws_codebuild_project", Path: "encryption_key", Alias: "alias/aws/s3", Own: true},
}
