package docdb

import "github.com/lintel-iac/lintel/checks"

var ClusterLogsNotExported = &checks.Check{
	Title:    "DocumentDB cluster exports no log",
	Severity: checks.Medium,
	Why:      "After an intrusion or a failure there is nothing to read.",
	Fix: checks.Fix{
		Terraform:      `Set enabled_cloudwatch_logs_exports = ["audit", "profiler"].`,
		CloudFormation: `List "audit" and "profiler" under "EnableCloudwatchLogsExports".`,
		Live:           `Run "aws docdb modify-db-cluster" with --cloudwatch-logs-export-configuration.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_85", Trivy: "AVD-AWS-0020"},
	References: []string{"https://docs.aws.amazon.com/documentdb/latest/developerguide/cloud_watch.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_docdb_cluster", Path: "enabled_cloudwatch_logs_exports"},
}
