package rds

import "github.com/lintel-iac/lintel/checks"

var TagsNotCopied = &checks.Check{
	Title:    "RDS does not copy tags to snapshots",
	Severity: checks.Low,
	Why:      "Snapshots without tags are not found by rules about access, cost or retention that go by tags.",
	Fix: checks.Fix{
		Terraform:      `Set "copy_tags_to_snapshot = true".`,
		CloudFormation: `Set "CopyTagsToSnapshot: true".`,
		Live:           `Run "aws rds modify-db-instance", or modify-db-cluster, with --copy-tags-to-snapshot.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_313 CKV2_AWS_60",
		Prowler: "rds_instance_copy_tags_to_snapshots rds_cluster_copy_tags_to_snapshots",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_db_instance aws_rds_cluster", Path: "copy_tags_to_snapshot"},
}
