package iam

import "github.com/lintel-iac/lintel/checks"

var FullAccessAttached = &checks.Check{
	Title:    "IAMFullAccess is attached to an identity",
	Severity: checks.High,
	Why:      "Whoever may change policies can give himself every other right.",
	Fix: checks.Fix{
		Terraform:      `Attach a policy that lists what is needed.`,
		CloudFormation: `Attach a policy that lists what is needed.`,
		Live:           `Attach a policy that lists what is needed, then detach IAMFullAccess.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_56",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
		"https://docs.aws.amazon.com/aws-managed-policy/latest/reference/IAMFullAccess.html",
	},
	Since: "0.1",
	Rule:  forbidManaged{Names: "IAMFullAccess"},
}
