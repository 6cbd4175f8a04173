package iam

import "github.com/lintel-iac/lintel/checks"

var PasswordPolicyReuse = &checks.Check{
	Title:    "Account's password policy allows old passwords to come back",
	Severity: checks.Low,
	Why:      "A password that has leaked once opens the account again.",
	Fix: checks.Fix{
		Terraform: `Set "password_reuse_prevention = 24".`,
		Live:      `Run "aws iam update-account-password-policy" with --password-reuse-prevention 24, and all other settings.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_13",
		KICS:    "89806cdc-9c2e-4bd1-a0dc-53f339bcfb2a",
		Regula:  "FG_R00002 FG_R00088",
		Prowler: "iam_password_policy_reuse_24",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"},
	Since:      "0.1",
	Rule:       checks.RequireAtLeast{Type: "aws_iam_account_password_policy", Path: "password_reuse_prevention", Min: 24},
}
