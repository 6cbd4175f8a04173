package iam

import "github.com/lintel-iac/lintel/checks"

var RoleTrustWildcardAction = &checks.Check{
	Title:    "Trust policy of an IAM role allows all actions",
	Severity: checks.Medium,
	Why: "Besides assuming the role, whoever it trusts may set tags and identities on the session " +
		"by which other policies decide.",
	Fix: checks.Fix{
		Terraform:      `Set the action to "sts:AssumeRole", or to the one of its kind that is needed.`,
		CloudFormation: `Set "Action" to "sts:AssumeRole", or to the one of its kind that is needed.`,
		Live:           `Replace the trust policy by one that allows "sts:AssumeRole", or the one of its kind that is needed.`,
	},
	Aliases: checks.Aliases{
		KICS:   "b1ffa705-19a3-4b73-b9d0-0c97d0663842",
		CfnNag: "F2 W14",
		Guard:  "IAM_ROLE_NO_FULL_ACCESS_ON_TRUST_POLICY IAM_ROLE_NO_ALLOW_PLUS_NOT_ACTION_ON_TRUST_POLICY",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html"},
	Since:      "0.1",
	Rule:       checks.ForbidWildcardAction{Type: "aws_iam_role", Path: "assume_role_policy"},
}
