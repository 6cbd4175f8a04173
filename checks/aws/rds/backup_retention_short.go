package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BackupRetentionShort = &checks.Check{
	Title:    "Backups of a database are kept for less than a week",
	Severity: checks.Low,
	Why:      "A mistake or an intrusion that is noticed after a few days can no longer be undone.",
	Fix: checks.Fix{
		Terraform:      `Set "backup_retention_period" to 7 days or more.`,
		CloudFormation: `Set "BackupRetentionPeriod" to 7 days or more.`,
		Live:           `Run "aws rds modify-db-instance", or modify-db-cluster, with --backup-retention-period 7.`,
	},
	Aliases: checks.Aliases{
		KICS:  "e649a218-d099-4550-86a4-1231e1fcb60d e542bd46-58c4-4e0f-a52a-1fb4f9548e02",
		Trivy: "AVD-AWS-0077",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
		"https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_db_instance aws_rds_cluster", Do: backupRetention},
}

func backupRetention(p *checks.Pass, r *model.Resource) {
	days := r.At("backup_retention_period")
	short := min(days.AtLeast(1), model.Not(days.AtLeast(7)))
	p.Forbid(min(short, holdsItsOwn(r)), days, "%s is %v", days.Origin.Name, checks.Said(days))
}
