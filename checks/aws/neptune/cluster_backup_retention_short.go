package neptune

import "github.com/lintel-iac/lintel/checks"

var ClusterBackupRetentionShort = &checks.Check{
	Title:    "Backups of a Neptune cluster are kept for less than a week",
	Severity: checks.Low,
	Why:      "A mistake or an intrusion that is noticed after a few days can no longer be undone.",
	Fix: checks.Fix{
		Terraform:      `Set "backup_retention_period" to 7 days or more.`,
		CloudFormation: `Set "BackupRetentionPeriod" to 7 days or more.`,
		Live:           `Run "aws neptune modify-db-cluster" with --backup-retention-period 7.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_361",
		Prowler: "neptune_cluster_backup_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview.html"},
	Since:      "0.1",
	Rule:       checks.RequireAtLeast{Type: "aws_neptune_cluster", Path: "backup_retention_period", Min: 7},
}
