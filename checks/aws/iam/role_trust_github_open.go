package iam

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
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
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif",
	},
	Since: "0.1",
	Rule:  checks.Func{On: trusting, Do: github},
}

var githubIssuer = issuer{
	host: "token.actions.githubusercontent.com",
	claims: []claim{
		{name: "sub", chosen: namesRepository},
		{name: "repository", chosen: ownerChosen},
		{name: "repository_id"},
		{name: "repository_owner"}, // no key of AWS: a role that wants it nobody assumes
		{name: "repository_owner_id"},
		{name: "job_workflow_ref", chosen: ownerChosen},
		{name: "enterprise_id"},
	},
	some: "workflows of %v may assume the role",
	all:  "workflows of any repository may assume the role",
}

func github(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "")
	for s := range trust(r).Statements() {
		for principal := range s.Principals() {
			if principal.Kind == "Federated" {
				about := min(s.GrantsAction("sts:AssumeRoleWithWebIdentity"), githubIssuer.trusts(r, s, principal.Value))
				githubIssuer.leftOpen(p, s, about, principal.Value)
			}
		}
	}
}

// namesRepository asks whether a subject begins with what a stranger cannot choose:
// the owner of a repository. Names of workflows and environments he can.
//
// https://docs.github.com/en/actions/reference/security/oidc
func namesRepository(subject string, literal bool) bool {
	claim, value, _ := strings.Cut(subject, ":")
	switch claim {
	case "repo", "repository", "job_workflow_ref":
		return ownerChosen(value, literal)
	case "repository_owner", "repository_id", "repository_owner_id", "enterprise", "enterprise_id":
		value, _, _ = strings.Cut(value, ":")
		return spelledOut(value, literal)
	}
	return false
}

// ownerChosen asks whether a repository or a file in it begins with an owner that is spelled
// out, by name or, after "@", by id.
func ownerChosen(path string, literal bool) bool {
	owner, _, ok := strings.Cut(path, "/")
	name, id, _ := strings.Cut(owner, "@")
	return ok && (spelledOut(name, literal) || spelledOut(id, literal))
}
