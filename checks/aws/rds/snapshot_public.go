package rds

import "github.com/lintel-iac/lintel/checks"

var SnapshotPublic = &checks.Check{
	Title:    "Snapshot of a database is public",
	Severity: checks.Critical,
	Why:      "Everybody with an AWS account can restore it and read all of it.",
	Fix: checks.Fix{
		Terraform: `Name the accounts that need it in "shared_accounts", in place of all.`,
		Live:      `Run "aws rds modify-db-snapshot-attribute", or modify-db-cluster-snapshot-attribute, with --values-to-remove all.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_302",
		Prowler: "rds_snapshots_public_access",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html"},
	Since:      "0.1",
	Rule:       checks.ForbidElement{Type: "aws_db_snapshot aws_db_snapshot_copy aws_db_cluster_snapshot", Path: "shared_accounts", Of: []string{"all"}},
}
