package rds

import "github.com/lintel-iac/lintel/checks"

var ClusterDeletionProtectionDisabled = &checks.Check{
	Title:    "Aurora or Multi-AZ cluster is not protected against deletion",
	Severity: checks.Medium,
	Why:      "One wrong command, or one attribute that forces a replacement, deletes the database.",
	Fix: checks.Fix{
		Terraform:      `Set "deletion_protection = true".`,
		CloudFormation: `Set "DeletionProtection: true".`,
		Live:           `Run "aws rds modify-db-cluster" with --deletion-protection.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_139",
		Trivy:   "AVD-AWS-0343",
		Prowler: "rds_cluster_deletion_protection",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_rds_cluster", Path: "deletion_protection"},
}
