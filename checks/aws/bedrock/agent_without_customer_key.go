// Package bedrock holds the checks of Bedrock.
package bedrock

import "github.com/lintel-iac/lintel/checks"

var AgentWithoutCustomerKey = &checks.Check{
	Title:    "Bedrock agent is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "customer_encryption_key_arn" to a KMS key of your own.`,
		CloudFormation: `Set "CustomerEncryptionKeyArn" to a KMS key of your own.`,
		Live:           `Run "aws bedrock-agent update-agent" with --customer-encryption-key-arn.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_373",
	},
	References: []string{"https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-agents.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_bedrockagent_agent", Path: "customer_encryption_key_arn"},
}
