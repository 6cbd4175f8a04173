package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BackupDisabled = &checks.Check{
	Title:    "RDS instance or cluster is not backed up",
	Severity: checks.Medium,
	Why:      "What is deleted or spoilt, by mistake or by an intruder, cannot be had back.",
	Fix: checks.Fix{
		Terraform:      `Set "backup_retention_period" to 7 days or more.`,
		CloudFormation: `Set "BackupRetentionPeriod" to 7 days or more.`,
		Live:           `Run "aws rds modify-db-instance" with --backup-retention-period 7.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_133",
		KICS:    "1dc73fb4-5b51-430c-8c5f-25dcf9090b02 8c415f6f-7b90-4a27-a44a-51047e1506f9 e649a218-d099-4550-86a4-1231e1fcb60d",
		Trivy:   "AVD-AWS-0077",
		CfnNag:  "W75",
		Guard:   "DB_INSTANCE_BACKUP_ENABLED",
		Regula:  "FG_R00107",
		Prowler: "rds_instance_backup_enabled",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
	},
	Since: "0.1",
	Rule: checks.Every{
		checks.RequireAtLeast{
			Type: "aws_db_instance", Path: "backup_retention_period", Min: 1,
			When: []checks.Condition{{Path: "replicate_source_db", Empty: true}},
		},
		checks.RequireAtLeast{Type: "aws_rds_cluster", Path: "backup_retention_period", Min: 1},
	},
}

// holdsItsOwn tells a database from a read replica, whose data is in the backups
// of its source.
func holdsItsOwn(r *model.Resource) model.Truth {
	return r.At("replicate_source_db").IsEmpty()
}
