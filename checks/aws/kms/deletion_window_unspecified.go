package kms

import "github.com/lintel-iac/lintel/checks"

var DeletionWindowUnspecified = &checks.Check{
	Title:    "KMS key does not say how long its deletion waits",
	Severity: checks.Low,
	Why:      "It waits 30 days, the longest there is. One that says so shows that somebody has thought of it.",
	Fix: checks.Fix{
		Terraform:      `Set "deletion_window_in_days".`,
		CloudFormation: `Set "PendingWindowInDays".`,
		Live:           `The window is given when the deletion is scheduled.`,
	},
	Aliases: checks.Aliases{
		KICS: "0b530315-0ea4-497f-b34c-4ff86268f59d",
	},
	References: []string{"https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_kms_key aws_kms_external_key aws_kms_replica_external_key aws_kms_replica_key", Path: "deletion_window_in_days"},
}
