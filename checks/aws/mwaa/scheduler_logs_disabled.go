package mwaa

import "github.com/lintel-iac/lintel/checks"

var SchedulerLogsDisabled = &checks.Check{
	Title:    "Logs of Airflow's scheduler are not kept",
	Severity: checks.Low,
	Why:      "Why a job did not run, or ran when it should not, cannot be told.",
	Fix: checks.Fix{
		Terraform:      `Set "enabled = true" in the block "scheduler_logs".`,
		CloudFormation: `Set "Enabled: true" in "SchedulerLogs".`,
		Live:           `Run "aws mwaa update-environment" with --logging-configuration.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_242",
	},
	References: []string{"https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_mwaa_environment", Path: "logging_configuration.scheduler_logs.enabled"},
}
