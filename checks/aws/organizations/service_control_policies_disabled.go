// Package organizations holds the checks of Organizations.
package organizations

import "github.com/lintel-iac/lintel/checks"

var ServiceControlPoliciesDisabled = &checks.Check{
	Title:    "Organization cannot use service control policies",
	Severity: checks.Medium,
	Why:      "Nothing keeps the administrator of an account from switching off its trails, or working in a region that is not yours.",
	Fix: checks.Fix{
		Terraform:      `Set feature_set = "ALL", or leave it out.`,
		CloudFormation: `Set "FeatureSet: ALL", or leave it out.`,
		Live:           `Run "aws organizations enable-all-features".`,
	},
	Aliases: checks.Aliases{
		KICS: "5ba6229c-8057-433e-91d0-21cf13569ca9",
	},
	References: []string{
		"https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_org_support-all-features.html",
		"https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html",
	},
	Since: "0.1",
	Rule:  checks.RequireAny{Type: "aws_organizations_organization", Path: "feature_set", Of: []string{"ALL"}},
}
