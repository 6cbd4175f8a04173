package elasticache

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/lifecycle"
)

var RedisOutdated = &checks.Check{
	Title:    "ElastiCache runs a version of Redis without standard support",
	Severity: checks.Medium,
	Why:      "Weaknesses that are found in it are no longer mended without extra payment.",
	Fix: checks.Fix{
		Terraform:      `Set "engine_version" to 7.1, or engine = "valkey".`,
		CloudFormation: `Set "EngineVersion" to 7.1, or "Engine: valkey".`,
		Live:           `Run "aws elasticache modify-replication-group" with --engine-version.`,
	},
	Aliases:    checks.Aliases{KICS: "254c932d-e3bf-44b2-bc9d-eb5fdb09f8d4"},
	References: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html"},
	Since:      "0.1",
	Rule: lifecycle.RequireOf{ // what names no version gets the newest
		Type: "aws_elasticache_cluster aws_elasticache_replication_group", Path: "engine_version", Engine: "engine",
		Products: []lifecycle.Engine{{Word: "redis", Product: "redis"}, {Product: "redis"}},
	},
}
