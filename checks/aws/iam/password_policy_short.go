// Package iam holds the checks of Identity and Access Management.
package iam

import "github.com/lintel-iac/lintel/checks"

var PasswordPolicyShort = &checks.Check{
	Title:    "Account's password policy allows short passwords",
	Severity: checks.Medium,
	Why:      "A short password is guessed, or found from its hash, within hours.",
	Fix: checks.Fix{
		Terraform: `Set "minimum_password_length = 14" or more.`,
		Live:      `Run "aws iam update-account-password-policy" with --minimum-password-length 14, and all other settings.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_10",
		KICS:    "1bc1c685-e593-450e-88fb-19db4c82aa1d",
		Trivy:   "AVD-AWS-0063",
		Regula:  "FG_R00025 FG_R00086",
		Prowler: "iam_password_policy_minimum_length_14",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"},
	Since:      "0.1",
	Rule:       checks.RequireAtLeast{Type: "aws_iam_account_password_policy", Path: "minimum_password_length", Min: 14},
}
