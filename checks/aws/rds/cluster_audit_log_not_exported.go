package rds

import "github.com/lintel-iac/lintel/checks"

var ClusterAuditLogNotExported = &checks.Check{
	Title:    "Aurora MySQL cluster does not export its audit log",
	Severity: checks.Low,
	Why:      "After an intrusion nobody can tell who read or changed what.",
	Fix: checks.Fix{
		Terraform:      `List "audit" in "enabled_cloudwatch_logs_exports".`,
		CloudFormation: `List "audit" under "EnableCloudwatchLogsExports".`,
		Live:           `Run "aws rds modify-db-cluster" with --cloudwatch-logs-export-configuration.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_325"},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.CloudWatch.html"},
	Since:      "0.1",
	Rule: checks.RequireAll{
		Type: "aws_rds_cluster", Path: "enabled_cloudwatch_logs_exports", Of: []string{"audit"},
		When: []checks.Condition{{Path: "engine", Of: []string{"aurora", "aurora-mysql", "mysql"}}},
	},
}
