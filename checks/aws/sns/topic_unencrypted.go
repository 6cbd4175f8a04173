// Package sns holds the checks of Simple Notification Service.
package sns

import "github.com/lintel-iac/lintel/checks"

var TopicUnencrypted = &checks.Check{
	Title:    "SNS topic is not encrypted with a KMS key",
	Severity: checks.Medium,
	Why:      "Messages that wait for delivery can be read by whoever gets at the storage, and nothing but the topic's policy decides who may receive them.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_master_key_id" to a KMS key of the account.`,
		CloudFormation: `Set "KmsMasterKeyId" to a KMS key of the account.`,
		Live:           `Run "aws sns set-topic-attributes" with KmsMasterKeyId.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_26",
		KICS:    "28545147-2fc6-42d5-a1f9-cf226658e591 9d13b150-a2ab-42a1-b6f4-142e41f81e52",
		Trivy:   "AVD-AWS-0095 AVD-AWS-0136",
		CfnNag:  "W47",
		Guard:   "SNS_ENCRYPTED_KMS",
		Prowler: "sns_topics_kms_encryption_at_rest_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_sns_topic", Path: "kms_master_key_id"},
}
