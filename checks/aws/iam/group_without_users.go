package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var GroupWithoutUsers = &checks.Check{
	Title:    "IAM group has no users",
	Severity: checks.Low,
	Why:      "Nobody notices what it allows until somebody is put into it.",
	Fix: checks.Fix{
		Terraform:      `Put users into the group by an "aws_iam_group_membership", or delete it.`,
		CloudFormation: `Name the group in "Groups" of a user, or delete it.`,
		Live:           `Run "aws iam add-user-to-group", or delete the group.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_14 CKV2_AWS_21",
		KICS:    "fc101ca7-c9dd-4198-a1eb-0fbe92e80044 8f957abd-9703-413d-87d3-c578950a753c",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_iam_group aws_iam_group_membership", Do: members},
}

func members(p *checks.Pass, r *model.Resource) {
	users := r.At(checks.On(r, "aws_iam_group_membership", "membership.users"))
	filled := model.Not(users.IsEmpty())
	if r.Type == "aws_iam_group" {
		filled = max(filled, r.At("group_membership").IsSet())
	}
	p.Require(filled, users, "the group has no users")
}
