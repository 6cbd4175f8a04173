package iam

import "github.com/lintel-iac/lintel/checks"

var LoginProfilePasswordShort = &checks.Check{
	Title:    "First password of an IAM user is short",
	Severity: checks.Low,
	Why:      "A short password is guessed, or found from its hash, within hours, and the first one often stays for good.",
	Fix: checks.Fix{
		Terraform:      `Set "password_length = 14" or more, or leave it at its 20.`,
		CloudFormation: `Let Secrets Manager generate 14 characters or more ("AWS::SecretsManager::Secret"), and refer to the secret.`,
	},
	Aliases:    checks.Aliases{KICS: "b1b20ae3-8fa7-4af5-a74d-a2145920fcb1"},
	References: []string{"https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-15"},
	Since:      "0.1",
	Rule: checks.RequireAtLeast{
		Type: "aws_iam_user_login_profile", Path: "password_length", Min: 14,
		When: []checks.Condition{{Path: "password_length"}},
	},
}
