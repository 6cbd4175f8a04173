package elasticache

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ReplicationGroupWithoutTLS = &checks.Check{
	Title:    "ElastiCache replication group does not insist on TLS",
	Severity: checks.Medium,
	Why:      "Data and passwords travel in the clear, for anyone on the way to read or to change.",
	Fix: checks.Fix{
		Terraform:      `Set "transit_encryption_enabled = true", and transit_encryption_mode = "required".`,
		CloudFormation: `Set "TransitEncryptionEnabled: true", and "TransitEncryptionMode: required".`,
		Live:           `Run "aws elasticache modify-replication-group" with --transit-encryption-enabled, first in the mode preferred, then required.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_30 CKV_AWS_31",
		KICS:    "1afbb3fa-cf6c-4a3d-b730-95e9f4df343e 3b02569b-fc6f-4153-b3a3-ba91022fed68",
		Trivy:   "AVD-AWS-0051",
		CfnNag:  "F33",
		Guard:   "ELASTICACHE_REPLICATION_GROUP_ENCRYPTION_IN_TRANSIT",
		Regula:  "FG_R00105",
		Prowler: "elasticache_redis_cluster_in_transit_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_elasticache_replication_group", Do: groupWithoutTLS},
}

// groupWithoutTLS leaves groups whose engine knows no TLS to ReplicationGroupTooOldForTLS.
func groupWithoutTLS(p *checks.Pass, r *model.Resource) {
	encrypted := r.At("transit_encryption_enabled")
	if encrypted.State == model.Absent && r.At("global_replication_group_id").IsEmpty() != model.Yes {
		encrypted = model.Undecided("the global replication group decides", encrypted.Origin)
	}
	able := model.Is(r.At("engine_version").Satisfies(withoutTLS) != model.Yes)
	p.Forbid(min(able, model.Not(encrypted.IsTrue())), encrypted, "%s is %v", encrypted.Origin.Name, checks.Said(encrypted))
	mode := r.At("transit_encryption_mode")
	p.Forbid(min(encrypted.IsTrue(), mode.IsFold("preferred")), mode, "%s is %v", mode.Origin.Name, checks.Said(mode))
}
