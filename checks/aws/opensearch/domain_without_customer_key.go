package opensearch

import "github.com/lintel-iac/lintel/checks"

var DomainWithoutCustomerKey = &checks.Check{
	Title:    "OpenSearch domain is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "encrypt_at_rest.kms_key_id" to the ARN of a KMS key of the account.`,
		CloudFormation: `Set "KmsKeyId" under "EncryptionAtRestOptions" to a KMS key of the account.`,
		Live:           `Make a KMS key, and let the service use it for new data.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_247",
		KICS:    "7af2f4a3-00d9-47f3-8d15-ca0888f4e5b2 d926aa95-0a04-4abc-b20c-acf54afe38a1",
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_elasticsearch_domain aws_opensearch_domain", Path: "encrypt_at_rest.kms_key_id"},
}
