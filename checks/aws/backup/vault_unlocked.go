package backup

import "github.com/lintel-iac/lintel/checks"

var VaultUnlocked = &checks.Check{
	Title:    "Backups of a vault can be deleted before their time",
	Severity: checks.Low,
	Why:      "Whoever gets hold of an administrator can delete the backups along with the data.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_backup_vault_lock_configuration" with "min_retention_days".`,
		CloudFormation: `Set "LockConfiguration" with "MinRetentionDays".`,
		Live:           `Run "aws backup put-backup-vault-lock-configuration".`,
	},
	References: []string{"https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_backup_vault", Path: "lock_configuration.min_retention_days"},
}
