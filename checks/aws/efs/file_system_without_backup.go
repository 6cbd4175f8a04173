package efs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var FileSystemWithoutBackup = &checks.Check{
	Title:    "EFS file system is not backed up",
	Severity: checks.Medium,
	Why:      "What is deleted or spoilt, by mistake or by an intruder, cannot be had back.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_efs_backup_policy" with status = "ENABLED", or name the file system in an "aws_backup_selection".`,
		CloudFormation: `Set "Status: ENABLED" under "BackupPolicy".`,
		Live:           `Run "aws efs put-backup-policy" with Status=ENABLED.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_18",
		Guard:   "EFS_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
		Prowler: "efs_have_backup_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_efs_file_system", Do: withoutBackup},
}

func withoutBackup(p *checks.Pass, r *model.Resource) {
	own := r.At("backup_policy.backup_policy.status").IsFold("ENABLED", "ENABLING")
	p.Require(max(own, view.BackedUp(r)), r.Body, "no backup policy or plan covers it")
}
