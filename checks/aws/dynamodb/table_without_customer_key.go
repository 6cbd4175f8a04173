package dynamodb

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var TableWithoutCustomerKey = &checks.Check{
	Title:    "DynamoDB table is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "enabled = true" and "kms_key_arn" in a "server_side_encryption" block.`,
		CloudFormation: `Set "SSEType: KMS" and "KMSMasterKeyId" under "SSESpecification".`,
		Live:           `Run "aws dynamodb update-table" with --sse-specification and the key.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_119",
		Trivy:   "AVD-AWS-0025",
		CfnNag:  "W74",
		Guard:   "DYNAMODB_TABLE_ENCRYPTED_KMS",
		Prowler: "dynamodb_tables_kms_cmk_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_dynamodb_table", Do: withoutCustomerKey},
}

// withoutCustomerKey minds that a key which is named, but not switched on, is not used.
func withoutCustomerKey(p *checks.Pass, r *model.Resource) {
	key, enabled := r.At("server_side_encryption.kms_key_arn"), r.At("server_side_encryption.enabled")
	p.Forbid(max(key.IsEmpty(), key.Is("alias/aws/dynamodb")), key, "%s is %v", key.Origin.Name, checks.Said(key))
	if enabled.IsSet() != model.No {
		p.Require(enabled.IsTrue(), enabled, "%s is %v", enabled.Origin.Name, checks.Said(enabled))
	}
}
