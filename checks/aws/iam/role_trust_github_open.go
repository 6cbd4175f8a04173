package iam

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var RoleTrustGithubOpen = &checks.Check{
	Title:    "IAM role can be assumed by GitHub workflows of strangers",
	Severity: checks.Critical,
	Why: "Anyone can run a workflow on GitHub: without a condition that names the repository, it acts with the " +
		"rights of the role.",
	Fix: checks.Fix{
		Terraform:      `Add a condition StringLike on "token.actions.githubusercontent.com:sub" that starts with the repository: "repo:example/shop:*".`,
		CloudFormation: `Add a condition StringLike on "token.actions.githubusercontent.com:sub" that starts with the repository: "repo:example/shop:*".`,
		Live:           `Replace the trust policy by one that names the repository.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_358 CKV_AWS_393",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: trusting, Do: github},
}

const githubIssuer = "token.actions.githubusercontent.com"

func github(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "")
	for s := range trust(r).Statements() {
		for principal := range s.Principals() {
			by := principal.Satisfies(func(s string) bool { return strings.HasSuffix(s, "/"+githubIssuer) || s == githubIssuer })
			if principal.Kind == "Federated" {
				subjects(p, s, min(s.GrantsAction("sts:AssumeRoleWithWebIdentity"), by), principal.Value)
			}
		}
	}
}

// subjects forbids that the statement, if it is about GitHub, leaves open whose
// workflows it means.
func subjects(p *checks.Pass, s *view.Statement, about model.Truth, principal model.Value) {
	named := false
	for c := range s.Conditions() {
		if !strings.EqualFold(c.Key, githubIssuer+":sub") {
			continue
		}
		named = true
		for subject := range c.Values.Elements() {
			p.Require(max(model.Not(about), subject.Satisfies(namesRepository)), subject, "workflows of %v may assume the role", subject)
		}
	}
	p.Forbid(min(about, model.Is(!named)), principal, "workflows of any repository may assume the role")
}

// namesRepository asks whether a subject begins with what a stranger cannot choose:
// the owner of a repository. Names of workflows and environments he can.
func namesRepository(subject string) bool {
	claim, value, _ := strings.Cut(subject, ":")
	owner, _, _ := strings.Cut(value, "/")
	switch claim {
	case "repo", "repository":
		return owner != "" && strings.Contains(value, "/") && !strings.ContainsAny(owner, "*?")
	case "repository_owner", "repository_id", "repository_owner_id", "job_workflow_ref":
		return owner != "" && !strings.ContainsAny(owner, "*?")
	}
	return false
}
