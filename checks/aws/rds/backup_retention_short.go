package rds

import "github.com/lintel-iac/lintel/checks"

var BackupRetentionShort = &checks.Check{
	Title:    "Backups of a database are kept for two to six days",
	Severity: checks.Low,
	Why:      "A mistake or an intrusion that is noticed after a few days can no longer be undone.",
	Fix: checks.Fix{
		Terraform:      `Set "backup_retention_period" to 7 days or more.`,
		CloudFormation: `Set "BackupRetentionPeriod" to 7 days or more.`,
		Live:           `Run "aws rds modify-db-instance", or modify-db-cluster, with --backup-retention-period 7.`,
	},
	Aliases: checks.Aliases{
		KICS: "e649a218-d099-4550-86a4-1231e1fcb60d",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
	},
	Since: "0.1",
	Rule: checks.ForbidAny{
		Type: "aws_db_instance aws_rds_cluster", Path: "backup_retention_period", Of: []string{"2", "3", "4", "5", "6"},
		When: []checks.Condition{{Path: "replicate_source_db", Empty: true}},
	},
}
