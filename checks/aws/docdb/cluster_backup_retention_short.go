package docdb

import "github.com/lintel-iac/lintel/checks"

var ClusterBackupRetentionShort = &checks.Check{
	Title:    "Backups of a DocumentDB cluster are kept for less than a week",
	Severity: checks.Low,
	Why:      "A mistake or an intrusion that is noticed after a few days can no longer be undone.",
	Fix: checks.Fix{
		Terraform:      `Set "backup_retention_period" to 7 days or more.`,
		CloudFormation: `Set "BackupRetentionPeriod" to 7 days or more.`,
		Live:           `Run "aws docdb modify-db-cluster" with --backup-retention-period 7.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_360",
		Prowler: "documentdb_cluster_backup_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html"},
	Since:      "0.1",
	Rule:       checks.RequireAtLeast{Type: "aws_docdb_cluster", Path: "backup_retention_period", Min: 7},
}
