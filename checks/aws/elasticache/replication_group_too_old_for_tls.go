package elasticache

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ReplicationGroupTooOldForTLS = &checks.Check{
	Title:    "ElastiCache replication group runs a version that knows no TLS",
	Severity: checks.Medium,
	Why:      "Data and passwords travel in the clear, for anyone on the way to read or to change, and no setting can help.",
	Fix: checks.Fix{
		Terraform:      `Set "engine_version" to 6.2 or newer, and "transit_encryption_enabled = true".`,
		CloudFormation: `Set "EngineVersion" to 6.2 or newer, and "TransitEncryptionEnabled: true".`,
		Live:           `Make a new group of version 6.2 or newer with TLS from a backup, and move the clients to it.`,
	},
	References: []string{"https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_elasticache_replication_group", Do: tooOldForTLS},
}

func tooOldForTLS(p *checks.Pass, r *model.Resource) {
	version := r.At("engine_version")
	p.Forbid(version.Satisfies(withoutTLS), version, "%s is %v", version.Origin.Name, checks.Said(version))
}

// withoutTLS tells of a version of Redis that cannot encrypt its traffic: all before
// 4.0.10 but 3.2.6.
func withoutTLS(version string) bool {
	switch major, _, _ := strings.Cut(version, "."); major {
	case "2":
		return true
	case "3":
		return version != "3.2.6"
	case "4":
		return version != "4.0.10"
	}
	return false
}
