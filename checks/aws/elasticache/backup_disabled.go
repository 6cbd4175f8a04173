package elasticache

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BackupDisabled = &checks.Check{
	Title:    "ElastiCache makes no backups",
	Severity: checks.Low,
	Why:      "What only the cache holds is lost with its nodes, or with one wrong command.",
	Fix: checks.Fix{
		Terraform:      `Set "snapshot_retention_limit" to 7 days or more.`,
		CloudFormation: `Set "SnapshotRetentionLimit" to 7 days or more.`,
		Live:           `Run "aws elasticache modify-replication-group" with --snapshot-retention-limit 7.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_134",
		KICS:    "8fdb08a0-a868-4fdf-9c27-ccab0237f1ab",
		Trivy:   "AVD-AWS-0050",
		Prowler: "elasticache_redis_cluster_backup_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireAtLeast{
			Type: "aws_elasticache_cluster", Path: "snapshot_retention_limit", Min: 1,
			When: []checks.Condition{
				{Path: "engine", NoneOf: []string{"memcached"}},
				{Path: "replication_group_id", Empty: true},
				{Path: "node_type", NoneOf: []string{"cache.t1.micro"}}, // of which ElastiCache makes none
			},
		},
		checks.RequireAtLeast{
			Type: "aws_elasticache_replication_group", Path: "snapshot_retention_limit", Min: 1,
			When: []checks.Condition{{Path: "engine", NoneOf: []string{"memcached"}}, {Path: "global_replication_group_id", Empty: true}},
		},
	},
}

// standsAlone tells a cluster, or a group, from a member of a group, which has the
// settings of that.
func standsAlone(r *model.Resource) model.Truth {
	if r.Type == "aws_elasticache_replication_group" {
		return r.At("global_replication_group_id").IsEmpty()
	}
	return r.At("replication_group_id").IsEmpty()
}
