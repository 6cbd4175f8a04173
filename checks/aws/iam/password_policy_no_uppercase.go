package iam

import "github.com/lintel-iac/lintel/checks"

var PasswordPolicyNoUppercase = &checks.Check{
	Title:    "Account's password policy does not ask for an uppercase letter",
	Severity: checks.Low,
	Why:      "The fewer kinds of characters a password has, the sooner it is guessed.",
	Fix: checks.Fix{
		Terraform: `Set "require_uppercase_characters = true".`,
		Live:      `Run "aws iam update-account-password-policy" with --require-uppercase-characters, and all other settings.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_15",
		Trivy:   "AVD-AWS-0061",
		Regula:  "FG_R00021",
		Prowler: "iam_password_policy_uppercase",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_iam_account_password_policy", Path: "require_uppercase_characters"},
}
