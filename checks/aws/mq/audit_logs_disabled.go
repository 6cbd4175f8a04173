package mq

import "github.com/lintel-iac/lintel/checks"

var AuditLogsDisabled = &checks.Check{
	Title:    "Message broker does not log who changes it",
	Severity: checks.Medium,
	Why:      "Nobody can tell who made queues, or gave rights to users.",
	Fix: checks.Fix{
		Terraform:      `Set "audit = true" in the block "logs".`,
		CloudFormation: `Set "Logs: {Audit: true}".`,
		Live:           `Run "aws mq update-broker" with --logs.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_197",
		KICS:    "e519ed6a-8328-4b69-8eb7-8fa549ac3050 31245f98-a6a9-4182-9fc1-45482b9d030a",
		Trivy:   "AVD-AWS-0070",
	},
	References: []string{"https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring.html"},
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type: "aws_mq_broker", Path: "logs.audit",
		When: []checks.Condition{{Path: "engine_type", NoneOf: []string{"RabbitMQ"}}},
	},
}
