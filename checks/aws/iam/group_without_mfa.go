package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var GroupWithoutMFA = &checks.Check{
	Title:    "No policy of an IAM group wants a second factor",
	Severity: checks.Low,
	Why:      "A password or key that was stolen is enough to have the rights of its members.",
	Fix: checks.Fix{
		Terraform:      `Add a condition on "aws:MultiFactorAuthPresent" to a policy of the group.`,
		CloudFormation: `Add a condition on "aws:MultiFactorAuthPresent" to a policy of the group.`,
		Live:           `Attach a policy that denies without "aws:MultiFactorAuthPresent".`,
	},
	Aliases: checks.Aliases{
		Trivy: "AVD-AWS-0123 AVD-AWS-0145",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_iam_group", Do: groupMFA},
}

func groupMFA(p *checks.Pass, r *model.Resource) {
	wanted := model.No
	for s := range statements(r) {
		wanted = max(wanted, s.WantsMFA())
	}
	for _, policy := range view.AttachedPolicies(r) {
		for s := range policy.Statements() {
			wanted = max(wanted, s.WantsMFA())
		}
	}
	p.Require(wanted, r.Body, "no policy of the group wants a second factor")
}
