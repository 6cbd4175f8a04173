package fsx

import "github.com/lintel-iac/lintel/checks"

var FileSystemBackupDisabled = &checks.Check{
	Title:    "FSx file system is not backed up",
	Severity: checks.Medium,
	Why:      "What is deleted or spoilt, by mistake or by an intruder, cannot be had back.",
	Fix: checks.Fix{
		Terraform:      `Set "automatic_backup_retention_days" to 7 or more.`,
		CloudFormation: `Set "AutomaticBackupRetentionDays" to 7 or more.`,
		Live:           `Run "aws fsx update-file-system" with AutomaticBackupRetentionDays=7.`,
	},
	Aliases:    checks.Aliases{Guard: "FSX_RESOURCES_PROTECTED_BY_BACKUP_PLAN"},
	References: []string{"https://docs.aws.amazon.com/fsx/latest/WindowsGuide/using-backups.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireAtLeast{Type: "aws_fsx_windows_file_system aws_fsx_ontap_file_system aws_fsx_openzfs_file_system", Path: "automatic_backup_retention_days", Min: 1},
		checks.RequireAtLeast{Type: "aws_fsx_lustre_file_system", Path: "automatic_backup_retention_days", Min: 1, When: []checks.Condition{{Path: "deployment_type", Of: lasting[:]}}},
		checks.ForbidAny{Type: "aws_fsx_lustre_file_system", Path: "automatic_backup_retention_days", Of: []string{"0"}, When: []checks.Condition{{Path: "deployment_type", NoneOf: lasting[:]}}},
	},
}

// lasting are the deployments of Lustre that can be backed up. Who says for another one
// that it shall not be thinks of it all the same.
var lasting = [...]string{"PERSISTENT_1", "PERSISTENT_2"}
