// Package secretsmanager holds the checks of Secrets Manager.
package secretsmanager

import "github.com/lintel-iac/lintel/checks"

var SecretPolicyPublic = &checks.Check{
	Title:    "Secret is open to everyone by its policy",
	Severity: checks.Critical,
	Why:      "Anyone with an AWS account can do with the secret what the policy allows, in the worst case read it.",
	Fix: checks.Fix{
		Terraform:      `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		CloudFormation: `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		Live:           `Replace the policy by one that names its principals.`,
	},
	Aliases: checks.Aliases{
		KICS:    "fa00ce45-386d-4718-8392-fb485e1f3c5b",
		Prowler: "secretsmanager_not_publicly_accessible",
	},
	References: []string{
		"https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
	},
	Since: "0.1",
	Rule:  checks.ForbidPublicPolicy{Type: "aws_secretsmanager_secret", Companion: "aws_secretsmanager_secret_policy", Path: "policy.policy"},
}
