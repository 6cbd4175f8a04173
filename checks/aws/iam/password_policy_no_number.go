package iam

import "github.com/lintel-iac/lintel/checks"

var PasswordPolicyNoNumber = &checks.Check{
	Title:    "Account's password policy does not ask for a number",
	Severity: checks.Low,
	Why:      "The fewer kinds of characters a password has, the sooner it is guessed.",
	Fix: checks.Fix{
		Terraform: `Set "require_numbers = true".`,
		Live:      `Run "aws iam update-account-password-policy" with --require-numbers, and all other settings.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_12",
		Trivy:   "AVD-AWS-0059",
		Regula:  "FG_R00024",
		Prowler: "iam_password_policy_number",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_iam_account_password_policy", Path: "require_numbers"},
}
