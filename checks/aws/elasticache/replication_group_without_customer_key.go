// Package elasticache holds the checks of ElastiCache.
package elasticache

import "github.com/lintel-iac/lintel/checks"

var ReplicationGroupWithoutCustomerKey = &checks.Check{
	Title:    "ElastiCache replication group is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "KmsKeyId" to a KMS key of the account.`,
		Live:           `Make a KMS key, and let the service use it for new data.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_191"},
	References: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_elasticache_replication_group", Path: "kms_key_id"},
}
