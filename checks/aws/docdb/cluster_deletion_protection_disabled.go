package docdb

import "github.com/lintel-iac/lintel/checks"

var ClusterDeletionProtectionDisabled = &checks.Check{
	Title:    "DocumentDB cluster is not protected against deletion",
	Severity: checks.Medium,
	Why:      "One wrong command, or one attribute that forces a replacement, deletes the database.",
	Fix: checks.Fix{
		Terraform:      `Set "deletion_protection = true".`,
		CloudFormation: `Set "DeletionProtection: true".`,
		Live:           `Run "aws docdb modify-db-cluster" with --deletion-protection.`,
	},
	Aliases:    checks.Aliases{Prowler: "documentdb_cluster_deletion_protection"},
	References: []string{"https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_docdb_cluster", Path: "deletion_protection"},
}
