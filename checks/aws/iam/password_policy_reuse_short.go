package iam

import "github.com/lintel-iac/lintel/checks"

var PasswordPolicyReuseShort = &checks.Check{
	Title:    "Account's password policy remembers fewer than four passwords",
	Severity: checks.Medium,
	Why:      "Whoever has to change a password is back at the old one after a change or two, and with it whoever has learned it.",
	Fix: checks.Fix{
		Terraform: `Set "password_reuse_prevention" to 4 at least, better to 24.`,
		Live:      `Run "aws iam update-account-password-policy" with --password-reuse-prevention 24, and all other settings.`,
	},
	Aliases: checks.Aliases{
		Trivy: "AVD-AWS-0056",
	},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-10",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
	},
	Since: "0.1",
	Rule:  checks.RequireAtLeast{Type: "aws_iam_account_password_policy", Path: "password_reuse_prevention", Min: 4},
}
