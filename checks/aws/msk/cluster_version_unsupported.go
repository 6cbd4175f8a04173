package msk

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/lifecycle"
)

var ClusterVersionUnsupported = &checks.Check{
	Title:    "MSK cluster runs a version of Kafka that AWS supports no more",
	Severity: checks.Medium,
	Why:      "Its weaknesses are known and stay open, until AWS upgrades the cluster by itself, at a time it chooses.",
	Fix: checks.Fix{
		Terraform:      `Set "kafka_version" to a supported one.`,
		CloudFormation: `Set "KafkaVersion" to a supported one.`,
		Live:           `Run "aws kafka update-cluster-kafka-version".`,
	},
	References: []string{"https://docs.aws.amazon.com/msk/latest/developerguide/version-support.html"},
	Since:      "0.1",
	Rule:       lifecycle.Require{Type: "aws_msk_cluster", Path: "kafka_version", Product: "kafka"},
}
