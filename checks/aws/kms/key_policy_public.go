package kms

import "github.com/lintel-iac/lintel/checks"

var KeyPolicyPublic = &checks.Check{
	Title:    "KMS key can be used by anyone",
	Severity: checks.Critical,
	Why: "Anyone with an AWS account can do with the key what its policy allows: decrypt data, or have the key " +
		"deleted and all that it protects lost.",
	Fix: checks.Fix{
		Terraform:      `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		CloudFormation: `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		Live:           `Replace the policy by one that names its principals.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_33",
		KICS:    "7ebc9038-0bde-479a-acc4-6ed7b6758899 da905474-7454-43c0-b8d2-5756ab951aba f6049677-ec4a-43af-8779-5190b6d03cba",
		CfnNag:  "F76",
		Guard:   "KMS_NO_WILDCARD_PRINCIPAL",
		Regula:  "FG_R00252",
		Prowler: "kms_key_not_publicly_accessible",
	},
	References: []string{
		"https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
	},
	Since: "0.1",
	Rule:  checks.ForbidPublicPolicy{Type: "aws_kms_key aws_kms_external_key aws_kms_replica_external_key aws_kms_replica_key", Companion: "aws_kms_key_policy", Path: "policy.policy"},
}
