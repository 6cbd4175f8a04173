package iam

import "github.com/lintel-iac/lintel/checks"

var PasswordPolicyNoLowercase = &checks.Check{
	Title:    "Account's password policy does not ask for a lowercase letter",
	Severity: checks.Low,
	Why:      "The fewer kinds of characters a password has, the sooner it is guessed.",
	Fix: checks.Fix{
		Terraform: `Set "require_lowercase_characters = true".`,
		Live:      `Run "aws iam update-account-password-policy" with --require-lowercase-characters, and all other settings.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_11",
		Trivy:   "AVD-AWS-0058",
		Regula:  "FG_R00022",
		Prowler: "iam_password_policy_lowercase",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_iam_account_password_policy", Path: "require_lowercase_characters"},
}
