package firehose

import "github.com/lintel-iac/lintel/checks"

var StreamWithoutCustomerKey = &checks.Check{
	Title:    "Firehose stream is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set key_type = "CUSTOMER_MANAGED_CMK" and "key_arn" in "server_side_encryption".`,
		CloudFormation: `Set "KeyType: CUSTOMER_MANAGED_CMK" and "KeyARN" under "DeliveryStreamEncryptionConfigurationInput".`,
		Live:           `Run "aws firehose start-delivery-stream-encryption" with a key of the account.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_241"},
	References: []string{"https://docs.aws.amazon.com/firehose/latest/dev/encryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireAny{
			Type: "aws_kinesis_firehose_delivery_stream", Path: "server_side_encryption.key_type", Of: []string{"CUSTOMER_MANAGED_CMK"},
			When: []checks.Condition{{Path: "kinesis_source_configuration", Empty: true}, {Path: "msk_source_configuration", Empty: true}},
		},
		checks.RequireTrue{
			Type: "aws_kinesis_firehose_delivery_stream", Path: "server_side_encryption.enabled",
			When: []checks.Condition{{Path: "server_side_encryption.key_type", Of: []string{"CUSTOMER_MANAGED_CMK"}}},
		},
	},
}
