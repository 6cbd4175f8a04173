// Package scheduler holds the checks of EventBridge Scheduler.
package scheduler

import "github.com/lintel-iac/lintel/checks"

var ScheduleWithoutCustomerKey = &checks.Check{
	Title:    "EventBridge schedule is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_arn" to a KMS key of your own.`,
		CloudFormation: `Set "KmsKeyArn" to a KMS key of your own.`,
		Live:           `Run "aws scheduler update-schedule" with --kms-key-arn.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_297",
	},
	References: []string{"https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_scheduler_schedule", Path: "kms_key_arn"},
}
