package elasticache

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ReplicationGroupUnencrypted = &checks.Check{
	Title:    "ElastiCache replication group is not encrypted at rest",
	Severity: checks.Medium,
	Why:      "Its disks and backups hold the cached data in the clear. It cannot be switched on later.",
	Fix: checks.Fix{
		Terraform:      `Set "at_rest_encryption_enabled = true".`,
		CloudFormation: `Set "AtRestEncryptionEnabled: true".`,
		Live:           `Make a new replication group with encryption from a backup.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_29",
		KICS:    "76976de7-c7b1-4f64-a94f-90c1345914c2 e4ee3903-9225-4b6a-bdfb-e62dbadef821",
		Trivy:   "AVD-AWS-0045",
		CfnNag:  "F25",
		Guard:   "ELASTICACHE_REPLICATION_GROUP_ENCRYPTION_AT_REST",
		Prowler: "elasticache_redis_cluster_rest_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_elasticache_replication_group", Do: groupUnencrypted},
}

func groupUnencrypted(p *checks.Pass, r *model.Resource) {
	encrypted := r.At("at_rest_encryption_enabled")
	byDefault := min(encrypted.IsEmpty(), r.At("engine").IsFold("valkey"))
	if encrypted.State == model.Absent && r.At("global_replication_group_id").IsEmpty() != model.Yes {
		encrypted = model.Undecided("the global replication group decides", encrypted.Origin)
	}
	p.Require(max(encrypted.IsTrue(), byDefault), encrypted, "%s is %v", encrypted.Origin.Name, checks.Said(encrypted))
}
