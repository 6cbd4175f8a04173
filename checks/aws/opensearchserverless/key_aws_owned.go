package opensearchserverless

import "github.com/lintel-iac/lintel/checks"

var KeyAWSOwned = &checks.Check{
	Title:    "OpenSearch Serverless collection is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Leave out AWSOwnedKey, and name a key of the account in KmsARN. Collections that exist keep theirs.`,
		CloudFormation: `Leave out "AWSOwnedKey", and name a key of the account in "KmsARN". Collections that exist keep theirs.`,
		Live:           `Make a policy with a KMS key, and the collection anew.`,
	},
	References: []string{"https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.ForbidAny{
		Type: "aws_opensearchserverless_security_policy", In: "policy", Path: "AWSOwnedKey", Of: []string{"true"},
		When: []checks.Condition{{Path: "type", Of: []string{"encryption"}}},
	},
}
