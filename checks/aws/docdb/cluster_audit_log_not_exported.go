package docdb

import "github.com/lintel-iac/lintel/checks"

var ClusterAuditLogNotExported = &checks.Check{
	Title:    "DocumentDB cluster does not export its audit log",
	Severity: checks.Medium,
	Why:      "After an intrusion nobody can tell who read or changed what.",
	Fix: checks.Fix{
		Terraform:      `Set enabled_cloudwatch_logs_exports = ["audit", "profiler"], and the parameter audit_logs to enabled.`,
		CloudFormation: `List "audit" under "EnableCloudwatchLogsExports", and set the parameter audit_logs to enabled.`,
		Live:           `Run "aws docdb modify-db-cluster" with --cloudwatch-logs-export-configuration.`,
	},
	Aliases: checks.Aliases{
		KICS:    "56f6a008-1b14-4af4-b9b2-ab7cf7e27641 1bf3b3d4-f373-4d7c-afbb-7d85948a67a5",
		Prowler: "documentdb_cluster_cloudwatch_log_export",
	},
	References: []string{"https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html"},
	Since:      "0.1",
	Rule:       checks.RequireAll{Type: "aws_docdb_cluster", Path: "enabled_cloudwatch_logs_exports", Of: []string{"audit"}},
}
