package bedrock

import "github.com/lintel-iac/lintel/checks"

var PromptWithoutCustomerKey = &checks.Check{
	Title:    "Prompt of Bedrock is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "customer_encryption_key_arn" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "CustomerEncryptionKeyArn" to a KMS key of the account.`,
		Live:           `Make a KMS key, and let the service use it for new data.`,
	},
	Aliases:    checks.Aliases{Prowler: "bedrock_prompt_encrypted_with_cmk"},
	References: []string{"https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-prompt-management.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_bedrockagent_prompt", Path: "customer_encryption_key_arn"},
}
