package rds

import "github.com/lintel-iac/lintel/checks"

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
	Rule: checks.SnapshotEncrypted{
		Type: "aws_db_cluster_snapshot", Path: "storage_encrypted", Of: "aws_rds_cluster", Link: "db_cluster_identifier",
	},
}
