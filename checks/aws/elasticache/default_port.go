package elasticache

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var DefaultPort = &checks.Check{
	Title:    "ElastiCache listens on the usual port",
	Severity: checks.Low,
	Why:      "Whoever looks for caches looks there first.",
	Fix: checks.Fix{
		Terraform:      `Set "port" to another than 6379, of Memcached 11211.`,
		CloudFormation: `Set "Port" to another than 6379, of Memcached 11211.`,
		Live:           `Make a new cluster with another port: it cannot be changed.`,
	},
	Aliases:    checks.Aliases{KICS: "5d89db57-8b51-4b38-bb76-b9bd42bd40f0 323db967-c68e-44e6-916c-a777f95af34b"},
	References: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/accessing-elasticache.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_elasticache_cluster aws_elasticache_replication_group", Do: defaultPort},
}

func defaultPort(p *checks.Pass, r *model.Resource) {
	port, memcached := r.At("port"), r.At("engine").IsFold("memcached")
	usual := max(port.IsEmpty(), min(memcached, port.Is("11211")), min(model.Not(memcached), port.Is("6379")))
	p.Forbid(min(usual, standsAlone(r)), port, "%s is %v", port.Origin.Name, checks.Said(port))
}
