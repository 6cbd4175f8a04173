package sqs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/aws/kms"
)

var QueueKeyAWSManaged = &checks.Check{
	Title:    "SQS queue is encrypted with the key that AWS manages",
	Severity: checks.Low,
	Why:      "The policy of that key cannot be changed: it can neither be shared with another account, nor kept from anyone in this one.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_master_key_id" to a KMS key of your own.`,
		CloudFormation: `Set "KmsMasterKeyId" to a KMS key of your own.`,
		Live:           `Run "aws sqs set-queue-attributes" with a KmsMasterKeyId of your own.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_73",
		Trivy:   "AVD-AWS-0135",
	},
	References: []string{"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html"},
	Since:      "0.1",
	Rule:       kms.ForbidKeyOfAWS{Type: "aws_sqs_queue", Path: "kms_master_key_id", Alias: "alias/aws/sqs"},
}
