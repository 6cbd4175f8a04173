package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ClusterSnapshotUnencrypted = &checks.Check{
	Title:    "Snapshot of an Aurora or Multi-AZ cluster is not encrypted",
	Severity: checks.High,
	Why:      "Whoever it is shared with can read it all.",
	Fix: checks.Fix{
		Terraform: `Encrypt the cluster: its snapshots are encrypted as it is.`,
		Live:      `Copy the snapshot with --kms-key-id, then delete the unencrypted one.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_146",
		Prowler: "rds_snapshots_encrypted",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_db_cluster_snapshot", Do: snapshotUnencrypted},
}

// snapshotUnencrypted asks the cluster, if it is in this scope: of a snapshot only a
// state or the platform says so itself.
func snapshotUnencrypted(p *checks.Pass, r *model.Resource) {
	encrypted := r.At("storage_encrypted")
	if encrypted.State == model.Absent {
		encrypted = ofCluster(r, encrypted.Origin)
	}
	p.Require(encrypted.IsTrue(), encrypted, "%s is %v", encrypted.Origin.Name, checks.Said(encrypted))
}

func ofCluster(r *model.Resource, at model.Origin) model.Value {
	for ref := range r.RefsAt("db_cluster_identifier") {
		if cluster := r.Scope.Resource(ref.To); cluster != nil && cluster.Type == "aws_rds_cluster" {
			return cluster.At("storage_encrypted")
		}
	}
	return model.Undecided("the cluster decides", at)
}
