package fsx

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

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
	Rule:       checks.Func{On: fileSystems, Do: notBackedUp},
}

const (
	lustre      = "aws_fsx_lustre_file_system"
	fileSystems = lustre + " aws_fsx_ontap_file_system aws_fsx_openzfs_file_system aws_fsx_windows_file_system"
)

// notBackedUp leaves Lustre's scratch file systems alone, which cannot be backed up. One of which it is said how long
// backups are kept is none.
func notBackedUp(p *checks.Pass, r *model.Resource) {
	days, lasts := r.At("automatic_backup_retention_days"), model.Yes
	if r.Type == lustre {
		lasts = max(r.At("deployment_type").Is("PERSISTENT_1", "PERSISTENT_2"), days.IsSet())
	}
	kept := max(days.AtLeast(1), view.BackedUp(r))
	p.Forbid(min(lasts, model.Not(kept)), days, "%s is %v", days.Origin.Name, checks.Said(days))
}
