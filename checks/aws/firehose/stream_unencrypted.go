// Package firehose holds the checks of Data Firehose.
package firehose

import "github.com/lintel-iac/lintel/checks"

var StreamUnencrypted = &checks.Check{
	Title:    "Firehose stream does not encrypt what waits in it",
	Severity: checks.Medium,
	Why:      "Records that are put into it directly are stored in the clear until they are delivered.",
	Fix: checks.Fix{
		Terraform:      `Set "enabled = true" in a "server_side_encryption" block.`,
		CloudFormation: `Set "DeliveryStreamEncryptionConfigurationInput".`,
		Live:           `Run "aws firehose start-delivery-stream-encryption".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_240",
		KICS:    "5c6dd5e7-1fe0-4cae-8f81-4c122717cef3",
		CfnNag:  "W88",
		Guard:   "KINESIS_FIREHOSE_DELIVERY_STREAM_ENCRYPTION_RULE",
		Prowler: "firehose_stream_encrypted_at_rest",
	},
	References: []string{"https://docs.aws.amazon.com/firehose/latest/dev/encryption.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireTrue{
			Type: "aws_kinesis_firehose_delivery_stream", Path: "server_side_encryption.enabled",
			When: []checks.Condition{{Path: "kinesis_source_configuration", Empty: true}, {Path: "msk_source_configuration", Empty: true}},
		},
		checks.RequireSet{
			Type: "aws_kinesis_firehose_delivery_stream", Path: "server_side_encryption.key_arn",
			When: []checks.Condition{{Path: "server_side_encryption.key_type", Of: []string{"CUSTOMER_MANAGED_CMK"}}},
		},
	},
}
