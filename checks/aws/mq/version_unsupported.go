package mq

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
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
		"https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-version-management.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_mq_broker aws_mq_configuration", Do: unsupportedVersion},
}

// ended are the versions whose support had ended in March 2025, as the two pages
// above say.
var ended = [...]struct{ engine, version string }{
	{"ActiveMQ", "5.15"}, {"ActiveMQ", "5.16"},
	{"RabbitMQ", "3.7"}, {"RabbitMQ", "3.8"}, {"RabbitMQ", "3.9"}, {"RabbitMQ", "3.10"}, {"RabbitMQ", "3.11"}, {"RabbitMQ", "3.12"},
}

func unsupportedVersion(p *checks.Pass, r *model.Resource) {
	engine, version := r.At("engine_type"), r.At("engine_version")
	fault := model.No
	for _, old := range ended {
		fault = max(fault, min(engine.IsFold(old.engine), max(version.Is(old.version), version.HasPrefix(old.version+"."))))
	}
	p.Forbid(fault, version, "%s is %v", version.Origin.Name, checks.Said(version))
}
