package iam

import "github.com/lintel-iac/lintel/checks"

var LoginProfilePasswordKept = &checks.Check{
	Title:    "First password of an IAM user need not be changed",
	Severity: checks.Low,
	Why:      "Whoever made the password, or saw it on its way, can sign in as the user for ever.",
	Fix: checks.Fix{
		Terraform:      `Set "password_reset_required = true".`,
		CloudFormation: `Set "PasswordResetRequired: true" in "LoginProfile".`,
		Live:           `Run "aws iam update-login-profile" with --password-reset-required.`,
	},
	Aliases: checks.Aliases{
		KICS:   "a964d6e3-8e1e-4d93-8120-61fa640dd55a b592ffd4-0577-44b6-bd35-8c5ee81b5918",
		CfnNag: "W50",
		Guard:  "IAM_USER_LOGIN_PROFILE_PASSWORD_RESET_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_iam_user_login_profile", Path: "password_reset_required"},
}
