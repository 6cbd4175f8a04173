package neptune

import "github.com/lintel-iac/lintel/checks"

var ClusterAuditLogDisabled = &checks.Check{
	Title:    "Neptune cluster does not export its audit log",
	Severity: checks.Medium,
	Why:      "After an intrusion nobody can tell who read or changed what.",
	Fix: checks.Fix{
		Terraform:      `Set enable_cloudwatch_logs_exports = ["audit"], and the parameter neptune_enable_audit_log to 1.`,
		CloudFormation: `List "audit" under "EnableCloudwatchLogsExports", and set the parameter neptune_enable_audit_log to 1.`,
		Live:           `Run "aws neptune modify-db-cluster" with --cloudwatch-logs-export-configuration.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_101",
		KICS:    "45cff7b6-3b80-40c1-ba7b-2cf480678bb8",
		Trivy:   "AVD-AWS-0075",
		Prowler: "neptune_cluster_integration_cloudwatch_logs",
	},
	References: []string{"https://docs.aws.amazon.com/neptune/latest/userguide/cloudwatch-logs.html"},
	Since:      "0.1",
	Rule:       checks.RequireAll{Type: "aws_neptune_cluster", Path: "enable_cloudwatch_logs_exports", Of: []string{"audit"}},
}
