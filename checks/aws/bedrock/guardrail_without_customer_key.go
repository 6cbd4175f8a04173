package bedrock

import "github.com/lintel-iac/lintel/checks"

var GuardrailWithoutCustomerKey = &checks.Check{
	Title:    "Guardrail of Bedrock is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_arn" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "KmsKeyArn" to a KMS key of the account.`,
		Live:           `Make a KMS key, and let the service use it for new data.`,
	},
	References: []string{"https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-kms.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_bedrock_guardrail", Path: "kms_key_arn"},
}
