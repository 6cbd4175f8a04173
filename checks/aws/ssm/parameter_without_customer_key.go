package ssm

import "github.com/lintel-iac/lintel/checks"

var ParameterWithoutCustomerKey = &checks.Check{
	Title:    "Parameter is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set type = "SecureString" and "key_id" to a KMS key of your own.`,
		CloudFormation: `CloudFormation cannot make a secure parameter: keep what is secret in Secrets Manager.`,
		Live:           `Run "aws ssm put-parameter" with --type SecureString and --key-id.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_337",
	},
	References: []string{"https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_ssm_parameter", Path: "key_id"},
}
