package iam

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var RoleTrustOidcOpen = &checks.Check{
	Title:    "IAM role can be assumed by strangers who have an account with an OIDC provider",
	Severity: checks.Critical,
	Why: "Anyone can open an account with GitLab, HCP Terraform, Buildkite and the like, or an identity pool: without a " +
		"condition that names yours, their tokens get the rights of the role.",
	Fix: checks.Fix{
		Terraform:      `Add a condition StringLike on the subject that starts with what is yours: "gitlab.com:sub" with "project_path:example/shop:*".`,
		CloudFormation: `Add a condition StringLike on the subject that starts with what is yours: "gitlab.com:sub" with "project_path:example/shop:*".`,
		Live:           `Replace the trust policy by one that names the organization, group or project.`,
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html",
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif",
		"https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration",
	},
	Since: "0.1",
	Rule:  checks.Func{On: trusting, Do: oidc},
}

// sharedIssuers are those that hand out tokens to everyone, without GitHub. Those who have
// an address for each customer, as CircleCI and Bitbucket do, say by it whose a token is.
var sharedIssuers = [...]issuer{
	{host: "gitlab.com", claims: []claim{{"sub", secondPart}, {name: "namespace_id"}, {name: "project_id"}, {name: "user_id"}, {name: "user_login"}},
		some: "%v of gitlab.com may assume the role", all: "any project of gitlab.com may assume the role"},
	{host: "app.terraform.io", claims: []claim{{"sub", secondPart}},
		some: "%v of app.terraform.io may assume the role", all: "any organization of app.terraform.io may assume the role"},
	{host: "agent.buildkite.com", claims: []claim{{"sub", secondPart}, {name: "organization_id"}, {name: "organization_slug"}, {name: "pipeline_id"}, {name: "cluster_id"}},
		some: "%v of agent.buildkite.com may assume the role", all: "any organization of agent.buildkite.com may assume the role"},
	{host: "oidc.codefresh.io", claims: []claim{{"sub", secondPart}},
		some: "%v of oidc.codefresh.io may assume the role", all: "any account of oidc.codefresh.io may assume the role"},
	{host: "scalr.io", claims: []claim{{"sub", secondPart}},
		some: "%v of scalr.io may assume the role", all: "any account of scalr.io may assume the role"},
	{host: "oidc.vercel.com", claims: []claim{{"sub", secondPart}, {name: "aud"}},
		some: "%v of oidc.vercel.com may assume the role", all: "any team of oidc.vercel.com may assume the role"},
	{host: "api.pulumi.com/oidc", claims: []claim{{"sub", fourthPart}, {name: "aud"}},
		some: "%v of api.pulumi.com may assume the role", all: "any organization of api.pulumi.com may assume the role"},
	{host: "cognito-identity.amazonaws.com", claims: []claim{{name: "aud"}, {name: "sub"}},
		some: "%v of cognito-identity.amazonaws.com may assume the role", all: "any identity pool of cognito-identity.amazonaws.com may assume the role"},
	{host: "accounts.google.com", claims: []claim{{name: "aud"}, {name: "oaud"}, {name: "sub"}, {name: "google/organization_number"}},
		some: "%v of accounts.google.com may assume the role", all: "any application of accounts.google.com may assume the role"},
	{host: "graph.facebook.com", claims: []claim{{name: "app_id"}, {name: "id"}},
		some: "%v of graph.facebook.com may assume the role", all: "any application of graph.facebook.com may assume the role"},
	{host: "www.amazon.com", claims: []claim{{name: "app_id"}, {name: "user_id"}},
		some: "%v of www.amazon.com may assume the role", all: "any application of www.amazon.com may assume the role"},
}

func oidc(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "")
	for s := range trust(r).Statements() {
		for principal := range s.Principals() {
			if principal.Kind == "Federated" {
				anyIssuer(p, r, s, principal.Value)
			}
		}
	}
}

// anyIssuer judges a statement by the issuer that it trusts. Where that is not known, neither
// is whether it takes more than what it says.
func anyIssuer(p *checks.Pass, r *model.Resource, s *view.Statement, principal model.Value) {
	granted := s.GrantsAction("sts:AssumeRoleWithWebIdentity")
	found := model.No
	for n := range sharedIssuers {
		i := &sharedIssuers[n]
		is := i.trusts(r, s, principal)
		if is == model.Yes {
			i.leftOpen(p, s, granted, principal)
			return
		}
		if is == model.Maybe {
			is = model.Not(i.confined(slices.Collect(s.Conditions())...))
		}
		found = max(found, is)
	}
	p.Forbid(min(granted, found, model.Maybe), principal, "any account of %v may assume the role", checks.Said(principal))
}

// secondPart asks whether a subject is of an organization, an account or a group that is spelled out:
// "organization:example:workspace:*", "project_path:example/shop:*".
//
// https://docs.gitlab.com/ci/cloud_services/aws/
// https://buildkite.com/docs/pipelines/security/oidc/aws
func secondPart(subject string, literal bool) bool { return partsSpelledOut(subject, 2, literal) }

// fourthPart is the same for "pulumi:deploy:org:example:*".
func fourthPart(subject string, literal bool) bool { return partsSpelledOut(subject, 4, literal) }

func partsSpelledOut(subject string, n int, literal bool) bool {
	parts := strings.SplitN(subject, ":", n+1)
	if len(parts) < n {
		return false
	}
	for _, part := range parts[:n] {
		owner, _, _ := strings.Cut(part, "/")
		if !spelledOut(owner, literal) {
			return false
		}
	}
	return true
}
