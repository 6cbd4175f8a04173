package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ClusterStorageUnencrypted = &checks.Check{
	Title:    "Storage of an Aurora or Multi-AZ cluster is not encrypted",
	Severity: checks.High,
	Why: "Whoever obtains a snapshot of it can read it all, and encryption cannot be switched on later. " +
		"Aurora encrypts clusters that were made since 18 February 2026 all the same, but with a key that nobody in the account can audit or revoke.",
	Fix: checks.Fix{
		Terraform:      `Set "storage_encrypted = true".`,
		CloudFormation: `Set "StorageEncrypted: true".`,
		Live:           `Restore a snapshot into a new cluster that is given a KMS key, and move the clients to it.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_96",
		KICS: "1a690d1d-0ae7-49fa-b2db-b75ae0dd1d3e 3199c26c-7871-4cb3-99c2-10a59244ce7f 656880aa-1388-488f-a6d4-8f73c23149b2 " +
			"5beacce3-4020-4a3d-9e1d-a36f953df630 65844ba3-03a1-40a8-b3dd-919f122e8c95 ffee2785-c347-451e-89f3-11aeb08e5c84",
		Trivy:   "AVD-AWS-0079",
		CfnNag:  "F26",
		Prowler: "rds_cluster_storage_encrypted",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html",
		"https://aws.amazon.com/blogs/database/use-default-encryption-at-rest-for-new-amazon-aurora-clusters/",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_rds_cluster", Do: clusterStorage},
}

func clusterStorage(p *checks.Pass, r *model.Resource) {
	storage(p, r, "replication_source_identifier", "snapshot_identifier", "restore_to_point_in_time")
}
