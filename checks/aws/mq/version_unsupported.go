package mq

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/lifecycle"
)

var VersionUnsupported = &checks.Check{
	Title:    "Message broker runs a version that AWS supports no more",
	Severity: checks.Medium,
	Why:      "Its holes are known and stay open, until AWS upgrades it at a time it chooses.",
	Fix: checks.Fix{
		Terraform:      `Set "engine_version" to a supported one.`,
		CloudFormation: `Set "EngineVersion" to a supported one.`,
		Live:           `Run "aws mq update-broker" with --engine-version.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_208",
	},
	References: []string{
		"https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/activemq-version-management.html",
		"https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-version-support.html",
	},
	Since: "0.1",
	Rule: lifecycle.RequireOf{
		Type: "aws_mq_broker aws_mq_configuration", Path: "engine_version", Engine: "engine_type",
		Products: []lifecycle.Engine{{Word: "ActiveMQ", Product: "activemq"}, {Word: "RabbitMQ", Product: "rabbitmq"}},
	},
}
