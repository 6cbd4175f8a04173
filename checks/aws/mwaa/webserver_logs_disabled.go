package mwaa

import "github.com/lintel-iac/lintel/checks"

var WebserverLogsDisabled = &checks.Check{
	Title:    "Logs of Airflow's web server are not kept",
	Severity: checks.Low,
	Why:      "Who looked at what, and who tried to get in, cannot be told.",
	Fix: checks.Fix{
		Terraform:      `Set "enabled = true" in the block "webserver_logs".`,
		CloudFormation: `Set "Enabled: true" in "WebserverLogs".`,
		Live:           `Run "aws mwaa update-environment" with --logging-configuration.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_244",
	},
	References: []string{"https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_mwaa_environment", Path: "logging_configuration.webserver_logs.enabled"},
}
