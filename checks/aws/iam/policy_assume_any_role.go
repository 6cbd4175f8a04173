package iam

import "github.com/lintel-iac/lintel/checks"

var PolicyAssumeAnyRole = &checks.Check{
	Title:    "IAM policy lets any role be assumed",
	Severity: checks.Medium,
	Why: "Whoever has it becomes every role that trusts the account, the strongest included, and roles of other " +
		"accounts that trust this one.",
	Fix: checks.Fix{
		Terraform:      `Name the roles in "Resource".`,
		CloudFormation: `Name the roles in "Resource".`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		KICS: "e835bd0d-65da-49f7-b6d1-b646da8727e6",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html",
	},
	Since: "0.1",
	Rule:  forbidOnAll{Actions: []string{"sts:AssumeRole"}},
}
