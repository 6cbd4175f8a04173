package mq

import "github.com/lintel-iac/lintel/checks"

var GeneralLogsDisabled = &checks.Check{
	Title:    "Message broker does not log",
	Severity: checks.Low,
	Why:      "When it fails or is attacked, nobody can tell what happened.",
	Fix: checks.Fix{
		Terraform:      `Set "general = true" in the block "logs".`,
		CloudFormation: `Set "Logs: {General: true}".`,
		Live:           `Run "aws mq update-broker" with --logs.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_48",
		KICS:    "e519ed6a-8328-4b69-8eb7-8fa549ac3050 31245f98-a6a9-4182-9fc1-45482b9d030a",
		Trivy:   "AVD-AWS-0071",
		Prowler: "mq_broker_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_mq_broker", Path: "logs.general"},
}
