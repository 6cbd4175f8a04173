package rds

import "github.com/lintel-iac/lintel/checks"

var LogsNotExported = &checks.Check{
	Title:    "RDS does not export its logs",
	Severity: checks.Low,
	Why: "They are kept on the database's own host for a few days: after an intrusion nobody can tell what was " +
		"done.",
	Fix: checks.Fix{
		Terraform:      `Set "enabled_cloudwatch_logs_exports" to the logs of the engine.`,
		CloudFormation: `List the logs of the engine under "EnableCloudwatchLogsExports".`,
		Live:           `Run "aws rds modify-db-instance", or modify-db-cluster, with --cloudwatch-logs-export-configuration.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_129 CKV_AWS_324",
		KICS:    "8d7f7b8c-6c7c-40f8-baa6-62006c6c7b56",
		Guard:   "RDS_INSTANCE_LOGGING_ENABLED",
		Prowler: "rds_instance_integration_cloudwatch_logs rds_cluster_integration_cloudwatch_logs",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_db_instance aws_rds_cluster", Path: "enabled_cloudwatch_logs_exports"},
}
