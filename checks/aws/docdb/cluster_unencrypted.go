package docdb

import "github.com/lintel-iac/lintel/checks"

var ClusterUnencrypted = &checks.Check{
	Title:    "DocumentDB cluster is not encrypted at rest",
	Severity: checks.High,
	Why:      "Whoever obtains a snapshot can read it all, and encryption cannot be switched on later.",
	Fix: checks.Fix{
		Terraform:      `Set "storage_encrypted = true".`,
		CloudFormation: `Set "StorageEncrypted: true".`,
		Live:           `Take a snapshot, restore from it with encryption on.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_74",
		KICS:    "bc1f9009-84a0-490f-ae09-3e0ea6d74ad6 ffee2785-c347-451e-89f3-11aeb08e5c84",
		Trivy:   "AVD-AWS-0021",
		Prowler: "documentdb_cluster_storage_encrypted",
	},
	References: []string{"https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html"},
	Since:      "0.1",
	Rule: checks.RequireTrueUnlessCopied{
		Type: "aws_docdb_cluster", Path: "storage_encrypted", From: []string{"snapshot_identifier", "restore_to_point_in_time"},
	},
}
