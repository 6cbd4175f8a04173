package kms

import "github.com/lintel-iac/lintel/checks"

var KeyWithoutPolicy = &checks.Check{
	Title:    "KMS key has no policy of its own",
	Severity: checks.Low,
	Why:      "The default policy leaves it to the policies of identities who may use the key.",
	Fix: checks.Fix{
		Terraform:      `Set "policy", or add an "aws_kms_key_policy".`,
		CloudFormation: `Set "KeyPolicy".`,
		Live:           `Run "aws kms put-key-policy".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_64",
	},
	References: []string{"https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_kms_key aws_kms_external_key aws_kms_replica_external_key aws_kms_replica_key", Path: "policy"},
}
