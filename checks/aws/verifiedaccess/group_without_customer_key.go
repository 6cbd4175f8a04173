package verifiedaccess

import "github.com/lintel-iac/lintel/checks"

var GroupWithoutCustomerKey = &checks.Check{
	Title:    "Verified Access group is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "customer_managed_key_enabled = true" and "kms_key_arn" in the block "sse_configuration".`,
		CloudFormation: `Set "CustomerManagedKeyEnabled: true" and "KmsKeyArn" in "SseSpecification".`,
		Live:           `Run "aws ec2 modify-verified-access-group-policy" with --sse-specification.`,
	},
	References: []string{"https://docs.aws.amazon.com/verified-access/latest/ug/data-encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_verifiedaccess_group", Path: "sse_configuration.customer_managed_key_enabled"},
}
