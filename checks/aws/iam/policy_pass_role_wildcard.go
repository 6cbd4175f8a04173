package iam

import "github.com/lintel-iac/lintel/checks"

var PolicyPassRoleWildcard = &checks.Check{
	Title:    "IAM policy lets any role be passed",
	Severity: checks.High,
	Why: "Whoever may pass any role to a service can start something that runs with the strongest one, and so " +
		"has its permissions.",
	Fix: checks.Fix{
		Terraform:      `Name the roles in "Resource", and the service by a condition on "iam:PassedToService".`,
		CloudFormation: `Name the roles in "Resource", and the service by a condition on "iam:PassedToService".`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		KICS:   "e39bee8c-fe54-4a3f-824d-e5e2d1cca40a",
		Trivy:  "AVD-AWS-0342",
		CfnNag: "F38 F39 F40",
		Guard:  "IAM_POLICY_NO_WILDCARD_RESOURCE_ON_PASSROLE IAM_ROLE_NO_WILDCARD_RESOURCE_ON_PASSROLE",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
	},
	Since: "0.1",
	Rule:  forbidOnAll{Actions: []string{"iam:PassRole"}},
}
