package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ReplicaNotBackedUp = &checks.Check{
	Title:    "RDS read replica has no backups of its own",
	Severity: checks.Low,
	Why: "Its data is in the backups of its source. But once it is promoted, which is what it is for when the source " +
		"is lost, nothing backs it up until somebody thinks of it.",
	Fix: checks.Fix{
		Terraform:      `Set "backup_retention_period" to 7 days or more.`,
		CloudFormation: `Set "BackupRetentionPeriod" to 7 days or more.`,
		Live:           `Run "aws rds modify-db-instance" with --backup-retention-period 7.`,
	},
	Aliases: checks.Aliases{Guard: "DB_INSTANCE_BACKUP_ENABLED"},
	References: []string{
		"https://docs.aws.amazon.com/config/latest/developerguide/db-instance-backup-enabled.html",
		"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule:    checks.Func{On: "aws_db_instance", Do: replicaBackup},
}

// replicaBackup goes by what is said: what an instance gets by default, a replica does not.
func replicaBackup(p *checks.Pass, r *model.Resource) {
	replica, days := model.Not(holdsItsOwn(r)), r.At("backup_retention_period")
	if days.Defaulted {
		p.Forbid(replica, days, "%s is not set, and a replica is not backed up by default", days.Origin.Name)
		return
	}
	p.Forbid(min(replica, days.AtMost(0)), days, "%s is %v", days.Origin.Name, checks.Said(days))
}
