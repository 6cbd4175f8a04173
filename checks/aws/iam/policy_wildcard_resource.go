package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PolicyWildcardResource = &checks.Check{
	Title:    "IAM policy allows its actions on all resources",
	Severity: checks.Low,
	Why:      "Permissions that are not bound to resources reach those of other teams, and all that will be made later.",
	Fix: checks.Fix{
		Terraform:      `Name the resources by their ARNs, where the action takes any.`,
		CloudFormation: `Name the resources by their ARNs, where the action takes any.`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_355 CKV_AWS_356",
		Trivy:   "AVD-AWS-0057 AVD-AWS-0114 AVD-AWS-0120",
		CfnNag:  "W11 W12 W13",
		Guard:   "IAM_POLICYDOCUMENT_NO_WILDCARD_RESOURCE",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
		"https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule:    checks.Func{On: identities, Do: wildcardResource},
}

// wildcardResource lets pass what can be allowed on all resources only.
func wildcardResource(p *checks.Pass, r *model.Resource) {
	for s := range statements(r) {
		checks.AllResources(p, s, min(model.Not(s.AllActions()), restrictable(s)))
	}
}
