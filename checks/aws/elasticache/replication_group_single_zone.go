package elasticache

import "github.com/lintel-iac/lintel/checks"

var ReplicationGroupSingleZone = &checks.Check{
	Title:    "ElastiCache replication group does not fail over to another zone",
	Severity: checks.Low,
	Why:      "If its availability zone fails, the cache is gone and with it whatever was not written elsewhere.",
	Fix: checks.Fix{
		Terraform:      `Set "automatic_failover_enabled = true", and "multi_az_enabled = true".`,
		CloudFormation: `Set "AutomaticFailoverEnabled: true", and "MultiAZEnabled: true".`,
		Live:           `Run "aws elasticache modify-replication-group" with --automatic-failover-enabled and --multi-az-enabled.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_50",
		Prowler: "elasticache_redis_cluster_automatic_failover_enabled elasticache_redis_cluster_multi_az_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireTrue{Type: "aws_elasticache_replication_group", Path: "automatic_failover_enabled"},
		checks.RequireTrue{
			Type: "aws_elasticache_replication_group", Path: "multi_az_enabled",
			When: []checks.Condition{{Path: "automatic_failover_enabled", Of: []string{"true"}}},
		},
	},
}
