package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var UserWithoutGroup = &checks.Check{
	Title:    "IAM user is in no group",
	Severity: checks.Low,
	Why:      "Its rights are given one by one, and nobody keeps an overview of them.",
	Fix: checks.Fix{
		Terraform:      `Make the user a member by an "aws_iam_user_group_membership".`,
		CloudFormation: `Set "Groups" of the user.`,
		Live:           `Run "aws iam add-user-to-group".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_21",
		KICS:    "06933df4-0ea7-461c-b9b5-104d27390e0e",
		CfnNag:  "F2000",
		Guard:   "IAM_USER_MISSING_GROUP_RULE",
		Regula:  "FG_R00272",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_iam_user", Do: withoutGroup},
}

func withoutGroup(p *checks.Pass, r *model.Resource) {
	member, at := model.No, r.At("group_membership")
	for m := range r.Each("group_membership") {
		groups := m.At("groups")
		empty := min(groups.IsSet(), groups.IsEmpty())
		if empty == model.Yes {
			at = groups
		}
		member = max(member, min(m.IsSet(), model.Not(empty)))
	}
	p.Require(member, at, "%s is %v", at.Origin.Name, checks.Said(at))
}
