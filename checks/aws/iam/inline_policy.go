package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var InlinePolicy = &checks.Check{
	Title:    "Identity has a policy of its own instead of a managed one",
	Severity: checks.Low,
	Why:      "It cannot be reviewed, versioned or attached elsewhere, and goes with its identity.",
	Fix: checks.Fix{
		Terraform:      `Make an "aws_iam_policy", and attach it.`,
		CloudFormation: `Make an "AWS::IAM::ManagedPolicy" in place of "Policies".`,
		Live:           `Create a managed policy, attach it, and delete the inline one.`,
	},
	Aliases: checks.Aliases{
		KICS:  "a58d1a2d-4078-4b80-855b-84cc3f7f4540",
		Guard: "IAM_NO_INLINE_POLICY_CHECK",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_iam_role aws_iam_user aws_iam_group aws_iam_role_policy aws_iam_user_policy aws_iam_group_policy", Do: inline},
}

func inline(p *checks.Pass, r *model.Resource) {
	if !isIdentity(r) {
		p.Forbid(model.Is(r.Owner == nil), r.Body, "the policy is inline")
		return
	}
	p.Forbid(model.No, r.Body, "")
	for policy := range r.Each("policy") {
		p.Forbid(policy.IsSet(), policy, "the policy is inline")
	}
}
