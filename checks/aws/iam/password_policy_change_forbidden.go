package iam

import "github.com/lintel-iac/lintel/checks"

var PasswordPolicyChangeForbidden = &checks.Check{
	Title:    "Account's password policy forbids users to change their passwords",
	Severity: checks.Low,
	Why:      "Whoever suspects that a password has leaked must wait for an administrator, who then knows the new one.",
	Fix: checks.Fix{
		Terraform: `Set "allow_users_to_change_password = true".`,
		Live:      `Run "aws iam update-account-password-policy" with --allow-users-to-change-password, and all other settings.`,
	},
	Aliases: checks.Aliases{
		KICS: "9ef7d25d-9764-4224-9968-fa321c56ef76",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_iam_account_password_policy", Path: "allow_users_to_change_password"},
}
