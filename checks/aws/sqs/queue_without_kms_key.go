package sqs

import "github.com/lintel-iac/lintel/checks"

var QueueWithoutKMSKey = &checks.Check{
	Title:    "SQS queue is not encrypted with a KMS key",
	Severity: checks.Low,
	Why:      "The key is one of SQS: whoever may receive from the queue may decrypt, and no use of the key is recorded.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_master_key_id" to a KMS key of the account.`,
		CloudFormation: `Set "KmsMasterKeyId" to a KMS key of the account.`,
		Live:           `Run "aws sqs set-queue-attributes" with KmsMasterKeyId.`,
	},
	Aliases: checks.Aliases{
		CfnNag: "W48",
		Guard:  "SQS_QUEUE_KMS_MASTER_KEY_ID_RULE",
		Regula: "FG_R00070",
	},
	References: []string{"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_sqs_queue", Path: "kms_master_key_id"},
}
