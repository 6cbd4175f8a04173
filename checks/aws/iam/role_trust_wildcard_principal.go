package iam

import "github.com/lintel-iac/lintel/checks"

var RoleTrustWildcardPrincipal = &checks.Check{
	Title:    "IAM role can be assumed by anyone",
	Severity: checks.Critical,
	Why: "Whoever has an AWS account, and learns the name of the role, acts in this account with " +
		"its permissions.",
	Fix: checks.Fix{
		Terraform:      `Name those who assume the role in "Principal", by account, role or service.`,
		CloudFormation: `Name those who assume the role in "Principal", by account, role or service.`,
		Live:           `Replace the trust policy by one that names its principals.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_60",
		KICS: "12b7e704-37f0-4d1e-911a-44bf60c48c21 f80e3aa7-7b34-4185-954e-440a6894dde6 bcdcbdc6-a350-4855-ae7c-d1e6436f7c97 " +
			"e835bd0d-65da-49f7-b6d1-b646da8727e6",
		CfnNag: "F6",
		Guard:  "IAM_ROLE_NO_ALLOW_PLUS_NOT_PRINCIPAL",
		Regula: "FG_R00219",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
	},
	Since: "0.1",
	Rule:  checks.ForbidPublicPolicy{Type: "aws_iam_role", Path: "assume_role_policy"},
}
