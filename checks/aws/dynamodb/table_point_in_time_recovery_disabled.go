// Package dynamodb holds the checks of DynamoDB.
package dynamodb

import "github.com/lintel-iac/lintel/checks"

var TablePointInTimeRecoveryDisabled = &checks.Check{
	Title:    "DynamoDB table cannot be restored to a point in time",
	Severity: checks.Medium,
	Why:      "What is deleted or overwritten, by mistake or by an intruder, cannot be had back.",
	Fix: checks.Fix{
		Terraform:      `Set "enabled = true" in a "point_in_time_recovery" block.`,
		CloudFormation: `Set "PointInTimeRecoveryEnabled: true" under "PointInTimeRecoverySpecification".`,
		Live:           `Run "aws dynamodb update-continuous-backups" with PointInTimeRecoveryEnabled=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_28",
		KICS:    "741f1291-47ac-4a85-a07b-3d32a9d6bd3e 0f04217d-488f-4e7a-bec8-f16159686cd6",
		Trivy:   "AVD-AWS-0024",
		CfnNag:  "W78",
		Guard:   "DYNAMODB_PITR_ENABLED",
		Regula:  "FG_R00106",
		Prowler: "dynamodb_tables_pitr_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_dynamodb_table", Path: "point_in_time_recovery.enabled"},
}
