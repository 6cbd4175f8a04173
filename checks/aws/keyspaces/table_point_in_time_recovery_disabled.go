package keyspaces

import "github.com/lintel-iac/lintel/checks"

var TablePointInTimeRecoveryDisabled = &checks.Check{
	Title:    "Keyspaces table cannot be restored to a point in time",
	Severity: checks.Medium,
	Why:      "What is deleted or overwritten, by mistake or by an intruder, cannot be had back.",
	Fix: checks.Fix{
		Terraform:      `Set status = "ENABLED" in a "point_in_time_recovery" block.`,
		CloudFormation: `Set "PointInTimeRecoveryEnabled: true".`,
		Live:           `Run "aws keyspaces update-table" with --point-in-time-recovery status=ENABLED.`,
	},
	References: []string{"https://docs.aws.amazon.com/keyspaces/latest/devguide/PointInTimeRecovery.html"},
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_keyspaces_table", Path: "point_in_time_recovery.status", Of: []string{"ENABLED"}},
}
