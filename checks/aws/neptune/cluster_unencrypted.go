package neptune

import "github.com/lintel-iac/lintel/checks"

var ClusterUnencrypted = &checks.Check{
	Title:    "Neptune cluster is not encrypted at rest",
	Severity: checks.High,
	Why:      "Whoever obtains a snapshot can read it all, and encryption cannot be switched on later.",
	Fix: checks.Fix{
		Terraform:      `Set "storage_encrypted = true".`,
		CloudFormation: `Set "StorageEncrypted: true".`,
		Live:           `Take a snapshot, restore from it with encryption on.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_44",
		KICS:    "98d59056-f745-4ef5-8613-32bca8d40b7e bf4473f1-c8a2-4b1b-8134-bd32efabab93 ffee2785-c347-451e-89f3-11aeb08e5c84",
		Trivy:   "AVD-AWS-0076",
		CfnNag:  "F30",
		Prowler: "neptune_cluster_storage_encrypted",
	},
	References: []string{"https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html"},
	Since:      "0.1",
	Rule: checks.RequireTrueUnlessCopied{
		Type: "aws_neptune_cluster", Path: "storage_encrypted", From: []string{"snapshot_identifier", "replication_source_identifier"},
	},
}
