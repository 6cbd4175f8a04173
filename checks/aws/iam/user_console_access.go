package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var UserConsoleAccess = &checks.Check{
	Title:    "IAM user can sign in to the console",
	Severity: checks.Medium,
	Why:      "A password of its own lives as long as the user, and outside of the place where people are hired and let go.",
	Fix: checks.Fix{
		Terraform:      `Leave out "aws_iam_user_login_profile", and let people sign in through IAM Identity Center.`,
		CloudFormation: `Leave out "LoginProfile", and let people sign in through IAM Identity Center.`,
		Live:           `Run "aws iam delete-login-profile".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_22",
		KICS:    "9ec311bf-dfd9-421f-8498-0b063c8bc552",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_iam_user aws_iam_user_login_profile", Do: console},
}

func console(p *checks.Pass, r *model.Resource) {
	profile := r.Body
	if r.Type == "aws_iam_user" {
		profile = r.At("login_profile")
	}
	p.Forbid(profile.IsSet(), profile, "the user can sign in to the console")
}
