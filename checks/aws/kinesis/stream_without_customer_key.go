package kinesis

import "github.com/lintel-iac/lintel/checks"

var StreamWithoutCustomerKey = &checks.Check{
	Title:    "Kinesis stream is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id" to a KMS key of the account.`,
		CloudFormation: `Set "KeyId" under "StreamEncryption" to a KMS key of the account.`,
		Live:           `Run "aws kinesis start-stream-encryption" with a key of the account.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_185"},
	References: []string{"https://docs.aws.amazon.com/streams/latest/dev/creating-using-sse-master-keys.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_kinesis_stream", Path: "kms_key_id", NoneOf: []string{"alias/aws/kinesis"}},
}
