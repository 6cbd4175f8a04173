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
	document := view.Policy(r.At("assume_role_policy"))
	for s := range document.Statements() {
		free := min(s.GrantsAction("sts:AssumeRole"), model.Not(max(wantsMFA(s, document), wantsExternalID(s))))
		for principal := range s.Principals() {
			written := model.Is(principal.State == model.Known)
			fault := min(free, written, account(principal))
			p.Forbid(fault, principal.Value, "%v may assume the role without external id or second factor", checks.Said(principal.Value))
		}
	}
}

// wantsMFA asks whether a statement that lets roles be assumed wants a second factor for
// it, or others of the documents deny it without one.
func wantsMFA(s *view.Statement, documents ...view.Document) model.Truth {
	wanted := s.WantsMFA()
	for _, document := range documents {
		for other := range document.Statements() {
			// A trust policy is about its role, and names no resources.
			all := max(other.AllResources(), model.Is(other.Resource().State == model.Absent))
			wanted = max(wanted, min(other.Denies(), other.Covers("sts:AssumeRole"), all, other.WantsMFA()))
		}
	}
	return wanted
}

// wantsExternalID asks whether the statement wants an id that was agreed on.
func wantsExternalID(s *view.Statement) model.Truth {
	wanted := model.No
	for c := range s.Conditions() {
		if c.Key == "" || strings.EqualFold(c.Key, "sts:ExternalId") {
			wanted = max(wanted, c.Confines(false, func(id string, literal bool) bool { return literal || strings.Trim(id, "*") != "" }))
		}
	}
	return wanted
}
