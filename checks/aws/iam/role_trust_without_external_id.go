package iam

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var RoleTrustWithoutExternalID = &checks.Check{
	Title:    "IAM role trusts another account without external id or second factor",
	Severity: checks.Low,
	Why:      "A service of the other account that works for many can be talked into working on yours for a stranger.",
	Fix: checks.Fix{
		Terraform:      `Add a condition on "sts:ExternalId", or on "aws:MultiFactorAuthPresent" where people sign in.`,
		CloudFormation: `Add a condition on "sts:ExternalId", or on "aws:MultiFactorAuthPresent" where people sign in.`,
		Live:           `Replace the trust policy by one with a condition on "sts:ExternalId".`,
	},
	Aliases: checks.Aliases{
		KICS:   "09c35abf-5852-4622-ac7a-b987b331232e 85138beb-ce7c-4ca3-a09f-e8fbcc57ddd7",
		Regula: "FG_R00255",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_iam_role", Do: externalID},
}

// externalID leaves alone an account that is not written: most often the author's
// own, asked for.
func externalID(p *checks.Pass, r *model.Resource) {
	for s := range view.Policy(r.At("assume_role_policy")).Statements() {
		free := min(s.GrantsAction("sts:AssumeRole"), model.Not(max(wantsMFA(s), wants(s, "sts:ExternalId"))))
		for principal := range s.Principals() {
			written := model.Is(principal.State == model.Known)
			fault := min(free, written, account(principal))
			p.Forbid(fault, principal.Value, "%v may assume the role without external id or second factor", checks.Said(principal.Value))
		}
	}
}

// wantsMFA asks whether a condition of the statement sets those apart who have
// signed in with a second factor: it allows them, or denies the others.
func wantsMFA(s *view.Statement) model.Truth {
	wanted := model.No
	for c := range s.Conditions() {
		if !strings.EqualFold(c.Key, "aws:MultiFactorAuthPresent") {
			continue
		}
		allowed := min(s.Allows(), c.Values.Contains("true"))
		denied := min(s.Denies(), c.Values.Contains("false"))
		wanted = max(wanted, allowed, denied)
	}
	return wanted
}

// wants asks whether a condition of the statement compares a key.
func wants(s *view.Statement, key string) model.Truth {
	for c := range s.Conditions() {
		if strings.EqualFold(c.Key, key) {
			return model.Yes
		}
	}
	return model.No
}
