// Package connect holds the checks of Connect.
package connect

import "github.com/lintel-iac/lintel/checks"

var VideoStreamWithoutCustomerKey = &checks.Check{
	Title:    "Video streams of Connect are not encrypted by a key of their owner's",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set encryption_type = "KMS" and "key_id" in the block "encryption_config".`,
		CloudFormation: `Set "EncryptionType: KMS" and "KeyId" in "EncryptionConfig".`,
		Live:           `Run "aws connect update-instance-storage-config" with a key of your own.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_269",
	},
	References: []string{"https://docs.aws.amazon.com/connect/latest/adminguide/encryption-at-rest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireSet{
		Type: "aws_connect_instance_storage_config",
		Each: "storage_config.kinesis_video_stream_config",
		Path: "encryption_config.key_id",
	},
}
