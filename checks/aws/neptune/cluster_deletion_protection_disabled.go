package neptune

import "github.com/lintel-iac/lintel/checks"

var ClusterDeletionProtectionDisabled = &checks.Check{
	Title:    "Neptune cluster is not protected against deletion",
	Severity: checks.Medium,
	Why:      "One wrong command, or one attribute that forces a replacement, deletes the database.",
	Fix: checks.Fix{
		Terraform:      `Set "deletion_protection = true".`,
		CloudFormation: `Set "DeletionProtection: true".`,
		Live:           `Run "aws neptune modify-db-cluster" with --deletion-protection.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_58",
		Prowler: "neptune_cluster_deletion_protection",
	},
	References: []string{"https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_neptune_cluster", Path: "deletion_protection"},
}
