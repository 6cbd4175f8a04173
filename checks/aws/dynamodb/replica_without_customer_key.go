package dynamodb

import "github.com/lintel-iac/lintel/checks"

var ReplicaWithoutCustomerKey = &checks.Check{
	Title:    "Replica of a DynamoDB table is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_arn" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "KMSMasterKeyId" under "SSESpecification" of the replica.`,
		Live:           `Make a KMS key, and let the service use it for new data.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_271"},
	References: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_dynamodb_table_replica", Path: "kms_key_arn"},
}
