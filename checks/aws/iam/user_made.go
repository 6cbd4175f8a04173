package iam

import "github.com/lintel-iac/lintel/checks"

var UserMade = &checks.Check{
	Title:    "Person or program has an IAM user",
	Severity: checks.Low,
	Why:      "Its keys and passwords do not expire. Identity Center and roles hand out credentials that do.",
	Fix: checks.Fix{
		Terraform:      `Let people sign in through IAM Identity Center, and programs assume roles.`,
		CloudFormation: `Let people sign in through IAM Identity Center, and programs assume roles.`,
		Live:           `Move to Identity Center and roles, then delete the user.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_273",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidType{Type: "aws_iam_user", Instead: "data.aws_iam_user", Says: "a user is made"},
}
