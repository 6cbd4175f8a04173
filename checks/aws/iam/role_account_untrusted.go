package iam

import "github.com/lintel-iac/lintel/checks"

var RoleAccountUntrusted = &checks.Check{
	Title:    "IAM role can be assumed from an account that is not trusted",
	Severity: checks.High,
	Why:      "Whoever has that account acts with the rights of the role. Name the accounts that you trust with --trusted-account; without it, every account that is written counts.",
	Fix: checks.Fix{
		Terraform:      `Take the principal out, or add its account to those that are trusted.`,
		CloudFormation: `Take the principal out, or add its account to those that are trusted.`,
		Live:           `Take the principal out of the policy, or add its account to those that are trusted.`,
	},
	References: []string{"https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_aws-accounts.html"},
	Opinion:    true,
	Setting:    "trusted-account",
	Since:      "0.1",
	Rule:       checks.TrustedAccounts{Type: "aws_iam_role", Path: "assume_role_policy"},
}
