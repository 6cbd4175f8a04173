package glue

import "github.com/lintel-iac/lintel/checks"

var CatalogPolicyPublic = &checks.Check{
	Title:    "Glue data catalog can be used by anyone",
	Severity: checks.High,
	Why: "Anyone with an AWS account can do with the catalog what its policy allows, such as read where all " +
		"data lies.",
	Fix: checks.Fix{
		Terraform: `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		Live:      `Replace the policy by one that names its principals.`,
	},
	Aliases: checks.Aliases{
		KICS:    "d25edb51-07fb-4a73-97d4-41cecdc53a22",
		Prowler: "glue_data_catalogs_not_publicly_accessible",
	},
	References: []string{"https://docs.aws.amazon.com/glue/latest/dg/glue-resource-policies.html"},
	Since:      "0.1",
	Rule:       checks.ForbidPublicPolicy{Type: "aws_glue_resource_policy", Path: "policy"},
}
