package sqs

import "github.com/lintel-iac/lintel/checks"

var QueueEncryptionUnspecified = &checks.Check{
	Title:    "SQS queue does not say how its messages are encrypted",
	Severity: checks.Low,
	Why: "Queues are encrypted where nothing is said since October 2022 only. Whoever reads the code cannot tell " +
		"whether the queue is older than that.",
	Fix: checks.Fix{
		Terraform:      `Set "sqs_managed_sse_enabled = true", or "kms_master_key_id".`,
		CloudFormation: `Set "SqsManagedSseEnabled: true", or "KmsMasterKeyId".`,
		Live:           `Run "aws sqs set-queue-attributes" with SqsManagedSseEnabled=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_27",
		KICS:    "6e8849c1-3aa7-40e3-9063-b85ee300f29f 12726829-93ed-4d51-9cbe-13423f4299e1",
		Trivy:   "AVD-AWS-0096",
	},
	References: []string{"https://aws.amazon.com/blogs/compute/announcing-server-side-encryption-with-amazon-simple-queue-service-managed-encryption-keys-sse-sqs-by-default/"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireSet{
		Type: "aws_sqs_queue", Path: "sqs_managed_sse_enabled",
		When: []checks.Condition{{Path: "kms_master_key_id", Empty: true}},
	},
}
