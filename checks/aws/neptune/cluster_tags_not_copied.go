package neptune

import "github.com/lintel-iac/lintel/checks"

var ClusterTagsNotCopied = &checks.Check{
	Title:    "Neptune cluster does not copy its tags to its snapshots",
	Severity: checks.Low,
	Why:      "Snapshots without tags are not found by rules about access, cost or retention that go by tags.",
	Fix: checks.Fix{
		Terraform:      `Set "copy_tags_to_snapshot = true".`,
		CloudFormation: `Set "CopyTagsToSnapshot: true".`,
		Live:           `Run "aws neptune modify-db-cluster" with --copy-tags-to-snapshot.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_362",
		Prowler: "neptune_cluster_copy_tags_to_snapshots",
	},
	References: []string{"https://docs.aws.amazon.com/neptune/latest/userguide/tagging.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_neptune_cluster", Path: "copy_tags_to_snapshot"},
}
