package dynamodb

import "github.com/lintel-iac/lintel/checks"

var ReplicaPointInTimeRecoveryDisabled = &checks.Check{
	Title:    "Replica of a DynamoDB table cannot be restored to a point in time",
	Severity: checks.Medium,
	Why: "Recovery of the table does not cover its replicas: once the table is gone, what they hold cannot be " +
		"had back.",
	Fix: checks.Fix{
		Terraform:      `Set "point_in_time_recovery = true" in the replica.`,
		CloudFormation: `Set "PointInTimeRecoveryEnabled: true" under "PointInTimeRecoverySpecification" of each replica.`,
		Live:           `Run "aws dynamodb update-continuous-backups" in the region of the replica.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_165"},
	References: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireTrue{Type: "aws_dynamodb_table", Each: "replica", Path: "point_in_time_recovery"},
		checks.RequireTrue{
			Type: "aws_dynamodb_table", Companion: "aws_dynamodb_table_replica", Each: "table_replica", Path: "point_in_time_recovery",
		},
	},
}
