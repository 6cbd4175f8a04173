package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PolicyNotResource = &checks.Check{
	Title:    "IAM policy allows its actions on all but a few resources",
	Severity: checks.Medium,
	Why: "It reaches what nobody thought of, and all that will be made later. Deny with NotResource is meant for " +
		"that list, Allow is not.",
	Fix: checks.Fix{
		Terraform:      `List the resources in "Resource", or turn the statement into a Deny.`,
		CloudFormation: `List the resources in "Resource", or turn the statement into a Deny.`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		CfnNag: "W21 W22 W23",
		Guard:  "IAM_ROLE_OR_POLICY_NO_ALLOW_PLUS_NOT_RESOURCE",
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: identities, Do: notResource},
}

func notResource(p *checks.Pass, r *model.Resource) {
	for s := range statements(r) {
		for e := range s.Resources() {
			fault := min(s.Allows(), model.Is(e.Except()))
			p.Forbid(fault, e.Value, "%s is allowed on everything but %v", checks.Actions(s), checks.Said(e.Value))
		}
	}
}
