package elasticache

import "github.com/lintel-iac/lintel/checks"

var MemcachedSingleZone = &checks.Check{
	Title:    "Nodes of a Memcached cluster are all in one availability zone",
	Severity: checks.Low,
	Why:      "If the zone fails, all nodes are gone at once, and the load falls on what is behind the cache.",
	Fix: checks.Fix{
		Terraform:      `Set az_mode = "cross-az".`,
		CloudFormation: `Set "AZMode: cross-az".`,
		Live:           `Run "aws elasticache modify-cache-cluster" with --az-mode cross-az.`,
	},
	Aliases:    checks.Aliases{KICS: "6db03a91-f933-4f13-ab38-a8b87a7de54d cfdef2e5-1fe4-4ef4-bea8-c56e08963150"},
	References: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html"},
	Since:      "0.1",
	Rule: checks.RequireAny{
		Type: "aws_elasticache_cluster", Path: "az_mode", Of: []string{"cross-az"},
		When: []checks.Condition{{Path: "engine", Of: []string{"memcached"}}, {Path: "num_cache_nodes", NoneOf: []string{"1"}}, {Path: "num_cache_nodes"}},
	},
}
