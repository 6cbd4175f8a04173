package rds

import "github.com/lintel-iac/lintel/checks"

var BackupOneDay = &checks.Check{
	Title:    "Backups of a database are kept for one day",
	Severity: checks.Low,
	Why:      "Damage that is noticed a day later, such as a bad release on a Friday, cannot be undone.",
	Fix: checks.Fix{
		Terraform:      `Set "backup_retention_period" to 7 or more.`,
		CloudFormation: `Set "BackupRetentionPeriod" to 7 or more.`,
		Live:           `Run "aws rds modify-db-instance", or modify-db-cluster, with --backup-retention-period 7.`,
	},
	Aliases: checks.Aliases{
		KICS:  "e542bd46-58c4-4e0f-a52a-1fb4f9548e02 e649a218-d099-4550-86a4-1231e1fcb60d",
		Trivy: "AVD-AWS-0077",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html"},
	Since:      "0.1",
	Rule: checks.ForbidAny{
		Type: "aws_db_instance aws_rds_cluster", Path: "backup_retention_period", Of: []string{"1"},
		When: []checks.Condition{{Path: "replicate_source_db", Empty: true}},
	},
}
