package iam

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var RoleTrustWholeAccount = &checks.Check{
	Title:    "IAM role trusts a whole account",
	Severity: checks.Low,
	Why: "Any identity of that account may assume the role as soon as its own policies let it: who that is, is " +
		"decided there and not here.",
	Fix: checks.Fix{
		Terraform:      `Name the roles or users that assume the role in "Principal" instead of their account.`,
		CloudFormation: `Name the roles or users that assume the role in "Principal" instead of their account.`,
		Live:           `Replace the trust policy by one that names roles or users.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_61",
		KICS:    "f80e3aa7-7b34-4185-954e-440a6894dde6",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule:    checks.Func{On: "aws_iam_role", Do: wholeAccount},
}

func wholeAccount(p *checks.Pass, r *model.Resource) {
	for s := range view.Policy(r.At("assume_role_policy")).Statements() {
		for principal := range s.Principals() {
			p.Forbid(min(s.Allows(), account(principal)), principal.Value, "%v may assume the role", checks.Outlined(principal.Value))
		}
	}
}

// account asks whether a principal is an account: its id alone, or its root,
// which stands for everyone in it.
func account(principal view.Principal) model.Truth {
	if principal.Kind != "AWS" && principal.Kind != "" {
		return model.No
	}
	if principal.State == model.Unknown && strings.HasSuffix(view.Pieced(principal.Value), ":root") {
		return model.Yes
	}
	return principal.Satisfies(func(s string) bool {
		return model.IsAccount(s) || strings.HasSuffix(s, ":root")
	})
}
