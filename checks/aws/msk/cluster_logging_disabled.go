package msk

import "github.com/lintel-iac/lintel/checks"

var ClusterLoggingDisabled = &checks.Check{
	Title:    "MSK cluster writes no broker logs",
	Severity: checks.Medium,
	Why:      "After a fault or an intrusion nobody can tell which clients connected and what the brokers did.",
	Fix: checks.Fix{
		Terraform:      `Enable "cloudwatch_logs", "firehose" or "s3" in "broker_logs" of "logging_info".`,
		CloudFormation: `Enable "CloudWatchLogs", "Firehose" or "S3" under "LoggingInfo.BrokerLogs".`,
		Live:           `Run "aws kafka update-monitoring" with --logging-info.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_80",
		KICS:    "2f56b7ab-7fba-4e93-82f0-247e5ddeb239 fc7c2c15-f5d0-4b80-adb2-c89019f8f62b",
		Trivy:   "AVD-AWS-0074",
	},
	References: []string{"https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html"},
	Since:      "0.1",
	Rule: checks.RequireOne{
		Type: "aws_msk_cluster", Says: "no broker log is enabled",
		Of: []checks.Condition{
			{Path: "logging_info.broker_logs.cloudwatch_logs.enabled", Of: []string{"true"}},
			{Path: "logging_info.broker_logs.firehose.enabled", Of: []string{"true"}},
			{Path: "logging_info.broker_logs.s3.enabled", Of: []string{"true"}},
		},
	},
}
