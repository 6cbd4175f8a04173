// Package sqs holds the checks of Simple Queue Service.
package sqs

import "github.com/lintel-iac/lintel/checks"

var QueueUnencrypted = &checks.Check{
	Title:    "SQS queue is not encrypted at rest",
	Severity: checks.Medium,
	Why:      "Messages that wait in the queue are stored in clear.",
	Fix: checks.Fix{
		Terraform:      `Leave out "sqs_managed_sse_enabled", or set it to true; or set "kms_master_key_id".`,
		CloudFormation: `Leave out "SqsManagedSseEnabled", or set it to true; or set "KmsMasterKeyId".`,
		Live:           `Run "aws sqs set-queue-attributes" with SqsManagedSseEnabled=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_27",
		KICS:    "6e8849c1-3aa7-40e3-9063-b85ee300f29f 12726829-93ed-4d51-9cbe-13423f4299e1",
		Trivy:   "AVD-AWS-0096",
		Prowler: "sqs_queues_server_side_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html"},
	Since:      "0.1",
	Rule:       checks.RequireOne{Type: "aws_sqs_queue", Of: []checks.Condition{{Path: "sqs_managed_sse_enabled", Of: []string{"true"}}, {Path: "kms_master_key_id"}}},
}
