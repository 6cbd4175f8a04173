package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PasswordPolicyNoExpiry = &checks.Check{
	Title:    "Account's password policy lets passwords grow older than 90 days",
	Severity: checks.Low,
	Why:      "A password that has leaked unnoticed stays good for as long.",
	Fix: checks.Fix{
		Terraform: `Set "max_password_age = 90" or less.`,
		Live:      `Run "aws iam update-account-password-policy" with --max-password-age 90, and all other settings.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_9",
		KICS:    "ce60d060-efb8-4bfd-9cf7-ff8945d00d90",
		Trivy:   "AVD-AWS-0062",
		Regula:  "FG_R00003",
		Prowler: "iam_password_policy_expires_passwords_within_90_days_or_less",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_iam_account_password_policy", Do: passwordAge},
}

// passwordAge knows that 0 days stand for ever.
func passwordAge(p *checks.Pass, r *model.Resource) {
	days := r.At("max_password_age")
	p.Require(min(days.AtLeast(1), days.AtMost(90)), days, "%s is %v", days.Origin.Name, checks.Said(days))
}
