package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
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
		Trivy:   "AVD-AWS-0057 AVD-AWS-0114 AVD-AWS-0120",
		CfnNag:  "F3 F4 F5",
		Guard: "IAM_ROLE_NO_WILDCARD_ACTIONS_ON_PERMISSIONS IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS " +
			"IAM_MANAGEDPOLICY_NO_STATEMENTS_WITH_FULL_ACCESS",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
	},
	Since: "0.1",
	Rule:  forbidAction{Is: wildcardAction, Says: "%v is allowed"},
}

// wildcardAction leaves all actions on what is sure to be all resources to PolicyFullAdmin.
func wildcardAction(s *view.Statement, e view.Element) model.Truth {
	return min(model.Is(!e.Except()), e.Everything(), model.Is(s.AllResources() != model.Yes))
}
