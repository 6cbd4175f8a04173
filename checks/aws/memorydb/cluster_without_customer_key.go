package memorydb

import "github.com/lintel-iac/lintel/checks"

var ClusterWithoutCustomerKey = &checks.Check{
	Title:    "MemoryDB cluster is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_arn" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "KmsKeyId" to a KMS key of the account.`,
		Live:           `Make a KMS key, and let the service use it for new data.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_201"},
	References: []string{"https://docs.aws.amazon.com/memorydb/latest/devguide/at-rest-encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_memorydb_cluster", Path: "kms_key_arn"},
}
