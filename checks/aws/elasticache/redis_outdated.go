package elasticache

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/lifecycle"
	"github.com/lintel-iac/lintel/model"
)

var RedisOutdated = &checks.Check{
	Title:    "ElastiCache runs a version of Redis without standard support",
	Severity: checks.Medium,
	Why:      "Weaknesses that are found in it are no longer mended without extra payment.",
	Fix: checks.Fix{
		Terraform:      `Set "engine_version" to 6.2 or newer, or engine = "valkey".`,
		CloudFormation: `Set "EngineVersion" to 6.2 or newer, or "Engine: valkey".`,
		Live:           `Run "aws elasticache modify-replication-group" with --engine-version.`,
	},
	Aliases:    checks.Aliases{KICS: "254c932d-e3bf-44b2-bc9d-eb5fdb09f8d4"},
	References: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_elasticache_cluster aws_elasticache_replication_group", Do: redisOutdated},
}

// redisOutdated leaves out what names no version: it gets the newest.
func redisOutdated(p *checks.Pass, r *model.Resource) {
	engine := r.At("engine")
	lifecycle.Forbid(p, r.At("engine_version"), lifecycle.Product{Name: "redis", Is: max(engine.IsFold("redis"), engine.IsEmpty())})
}
