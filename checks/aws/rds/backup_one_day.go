package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

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
	Rule:       checks.Func{On: "aws_db_instance aws_rds_cluster", Do: backupOneDay},
}

func backupOneDay(p *checks.Pass, r *model.Resource) {
	keptFor(p, r, 1, 1)
}

// keptFor forbids that the backups of a database are kept for a number of days.
func keptFor(p *checks.Pass, r *model.Resource, least, most float64) {
	days := r.At("backup_retention_period")
	p.Forbid(min(days.AtLeast(least), days.AtMost(most), holdsItsOwn(r)), days, "%s is %v", days.Origin.Name, checks.Said(days))
}
