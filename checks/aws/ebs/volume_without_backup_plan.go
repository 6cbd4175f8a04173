package ebs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/aws/backup"
)

var VolumeWithoutBackupPlan = &checks.Check{
	Title:    "EBS volume is in no backup plan",
	Severity: checks.Low,
	Why:      "What is deleted or spoilt, by mistake or by an intruder, cannot be had back.",
	Fix: checks.Fix{
		Terraform:      `Name it under "resources" of an "aws_backup_selection".`,
		CloudFormation: `Name it under "Resources" of an AWS::Backup::BackupSelection.`,
		Live:           `Run "aws backup create-backup-selection".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_9",
		Prowler: "ec2_ebs_volume_protected_by_backup_plan",
	},
	References: []string{"https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       backup.RequirePlan{Type: "aws_ebs_volume"},
}
