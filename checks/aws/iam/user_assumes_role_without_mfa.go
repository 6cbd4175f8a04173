package iam

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var UserAssumesRoleWithoutMFA = &checks.Check{
	Title:    "IAM user may assume a role without a second factor",
	Severity: checks.Medium,
	Why:      "An access key that was stolen is enough to get the rights of the role.",
	Fix: checks.Fix{
		Terraform:      `Add a condition that "aws:MultiFactorAuthPresent" is true.`,
		CloudFormation: `Add a condition that "aws:MultiFactorAuthPresent" is true.`,
		Live:           `Replace the policy by one with a condition on "aws:MultiFactorAuthPresent".`,
	},
	Aliases: checks.Aliases{
		KICS: "3ddfa124-6407-4845-a501-179f90c65097 b5681959-6c09-4f55-b42b-c40fa12d03ec",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_iam_user aws_iam_user_policy", Do: assumesWithoutMFA},
}

func assumesWithoutMFA(p *checks.Pass, r *model.Resource) {
	documents := slices.Collect(policies(r))
	all := documents
	if isIdentity(r) {
		all = slices.Concat(documents, view.AttachedPolicies(r))
	}
	for _, document := range documents {
		for s := range document.Statements() {
			fault := min(s.GrantsAction("sts:AssumeRole"), model.Not(wantsMFA(s, all...)))
			p.Forbid(fault, s.Action(), "sts:AssumeRole is allowed without a second factor")
		}
	}
}
