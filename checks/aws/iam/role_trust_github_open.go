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
			if principal.Kind == "Federated" {
				subjects(p, s, min(s.GrantsAction("sts:AssumeRoleWithWebIdentity"), isGithub(r, principal.Value)), principal.Value)
			}
		}
	}
}

// isGithub asks whether a provider in the policy of a resource is GitHub's: by the end
// of its ARN, or by what the provider is that the policy refers to.
func isGithub(r *model.Resource, provider model.Value) model.Truth {
	by := provider.Satisfies(issuedByGithub)
	if by != model.Maybe {
		return by
	}
	switch end := provider.Why.Suffix; {
	case issuedByGithub(end):
		return model.Yes
	case !strings.HasSuffix("/"+githubIssuer, end):
		return model.No
	}
	return providersAreGithub(r, 0)
}

func issuedByGithub(arn string) bool {
	return arn == githubIssuer || strings.HasSuffix(arn, "/"+githubIssuer)
}

// providersAreGithub asks it of the providers of the scope to which a policy refers,
// itself or through its documents. It is not known if these differ, or if there are
// none.
func providersAreGithub(r *model.Resource, depth int) model.Truth {
	all, some := model.Yes, model.No
	for _, ref := range r.Refs {
		to := r.Scope.Resource(ref.To)
		is := model.No
		switch {
		case to != nil && to.Type == "aws_iam_openid_connect_provider":
			is = to.At("url").Satisfies(func(url string) bool { return issuedByGithub(strings.TrimSuffix(url, "/")) })
		case to != nil && to.Mode == model.Data && to.Type == "aws_iam_policy_document" && depth < maxDocuments:
			is = providersAreGithub(to, depth+1)
		default:
			continue
		}
		all, some = min(all, is), max(some, is)
	}
	if all != some {
		return model.Maybe
	}
	return all
}

// maxDocuments is how many documents deep a policy is followed.
const maxDocuments = 5

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
