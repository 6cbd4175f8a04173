package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PolicyWildcardAction = &checks.Check{
	Title:    "IAM policy allows all actions on a resource",
	Severity: checks.Medium,
	Why: "Whoever has it may also delete the resource, and hand access to it on. Actions that AWS adds later " +
		"are allowed from their first day.",
	Fix: checks.Fix{
		Terraform:      `List the actions that are needed.`,
		CloudFormation: `List the actions that are needed.`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_49 CKV_AWS_63",
		Trivy:   "AVD-AWS-0057",
		CfnNag:  "F3 F4 F5",
		Guard:   "IAM_ROLE_NO_WILDCARD_ACTIONS_ON_PERMISSIONS",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: identities, Do: wildcardAction},
}

// wildcardAction leaves all actions on all resources to PolicyFullAdmin.
func wildcardAction(p *checks.Pass, r *model.Resource) {
	for s := range statements(r) {
		for e := range s.Actions() {
			everything := min(model.Is(!e.Except()), e.Everything(), model.Not(s.AllResources()))
			p.Forbid(min(s.Allows(), everything), e.Value, "all actions are allowed")
		}
	}
}
