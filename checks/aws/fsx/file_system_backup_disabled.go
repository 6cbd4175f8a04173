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
	Aliases: checks.Aliases{Guard: "FSX_RESOURCES_PROTECTED_BY_BACKUP_PLAN"},
	References: []string{
		"https://docs.aws.amazon.com/fsx/latest/WindowsGuide/using-backups.html",
		"https://docs.aws.amazon.com/fsx/latest/LustreGuide/using-backups-fsx.html",
		"https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystemFromBackup.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: fileSystems, Do: notBackedUp},
}

const (
	lustre      = "aws_fsx_lustre_file_system"
	fileSystems = lustre + " aws_fsx_ontap_file_system aws_fsx_openzfs_file_system aws_fsx_windows_file_system"
)

// notBackedUp leaves Lustre's scratch file systems alone, which cannot be backed up.
func notBackedUp(p *checks.Pass, r *model.Resource) {
	days, lasts := r.At("automatic_backup_retention_days"), model.Yes
	if r.Type == lustre {
		// What has days, and no type, is taken for more than scratch.
		untyped := model.Not(r.At("deployment_type").IsSet())
		lasts = max(r.At("deployment_type").Is("PERSISTENT_1", "PERSISTENT_2"), min(untyped, days.IsSet()))
	}
	kept := max(days.AtLeast(1), inherited(r, days), view.BackedUp(r))
	p.Forbid(min(lasts, model.Not(kept)), days, "%s is %v", days.Origin.Name, checks.Said(days))
}

// inherited asks whether the days are those of the file system that was backed up, which nobody knows, as they are where
// one is made from its backup. Terraform's provider sends its own default instead, but for Lustre.
func inherited(r *model.Resource, days model.Value) model.Truth {
	if r.Type != lustre && r.Scope.Format != model.CloudFormation {
		return model.No
	}
	return min(model.Maybe, model.Not(days.IsSet()), r.At("backup_id").IsSet())
}
