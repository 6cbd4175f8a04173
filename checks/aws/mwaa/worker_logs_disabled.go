package mwaa

import "github.com/lintel-iac/lintel/checks"

var WorkerLogsDisabled = &checks.Check{
	Title:    "Logs of Airflow's workers are not kept",
	Severity: checks.Low,
	Why:      "What a job did, and with what error it ended, cannot be told.",
	Fix: checks.Fix{
		Terraform:      `Set "enabled = true" in the block "worker_logs".`,
		CloudFormation: `Set "Enabled: true" in "WorkerLogs".`,
		Live:           `Run "aws mwaa update-environment" with --logging-configuration.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_243",
	},
	References: []string{"https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_mwaa_environment", Path: "logging_configuration.worker_logs.enabled"},
}
