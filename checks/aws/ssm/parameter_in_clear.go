// Package ssm holds the checks of Systems Manager.
package ssm

import "github.com/lintel-iac/lintel/checks"

var ParameterInClear = &checks.Check{
	Title:    "Parameter is stored in clear",
	Severity: checks.Low,
	Why: "Whoever may read the parameter needs no key, and nobody is recorded to have decrypted it. What is " +
		"secret does not belong there.",
	Fix: checks.Fix{
		Terraform:      `Set type = "SecureString".`,
		CloudFormation: `CloudFormation cannot make a secure parameter: keep what is secret in Secrets Manager.`,
		Live:           `Run "aws ssm put-parameter" with --type SecureString.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_34",
	},
	References: []string{"https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-securestring.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_ssm_parameter", Path: "type", Of: []string{"SecureString"}},
}
