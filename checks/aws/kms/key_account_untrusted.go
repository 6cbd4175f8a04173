package kms

import "github.com/lintel-iac/lintel/checks"

var KeyAccountUntrusted = &checks.Check{
	Title:    "KMS key is shared with an account that is not trusted",
	Severity: checks.High,
	Why:      "Whoever has that account can do with the key what the policy allows, such as reading what it protects. Name the accounts that you trust with --trusted-account; without it, every account that is written counts.",
	Fix: checks.Fix{
		Terraform:      `Take the principal out, or add its account to those that are trusted.`,
		CloudFormation: `Take the principal out, or add its account to those that are trusted.`,
		Live:           `Take the principal out of the policy, or add its account to those that are trusted.`,
	},
	References: []string{"https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html"},
	Opinion:    true,
	Setting:    "trusted-account",
	Since:      "0.1",
	Rule:       checks.TrustedAccounts{Type: "aws_kms_key aws_kms_external_key aws_kms_replica_external_key aws_kms_replica_key", Companion: "aws_kms_key_policy", Path: "policy.policy"},
}
