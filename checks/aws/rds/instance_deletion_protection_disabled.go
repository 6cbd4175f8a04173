package rds

import "github.com/lintel-iac/lintel/checks"

var InstanceDeletionProtectionDisabled = &checks.Check{
	Title:    "RDS instance is not protected against deletion",
	Severity: checks.Medium,
	Why:      "One wrong command, or one attribute that forces a replacement, deletes the database.",
	Fix: checks.Fix{
		Terraform:      `Set "deletion_protection = true".`,
		CloudFormation: `Set "DeletionProtection: true".`,
		Live:           `Run "aws rds modify-db-instance" with --deletion-protection.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_293",
		KICS:    "2c161e58-cb52-454f-abea-6470c37b5e6e",
		Trivy:   "AVD-AWS-0177",
		CfnNag:  "F80",
		Guard:   "RDS_INSTANCE_DELETION_PROTECTION_ENABLED",
		Regula:  "FG_R00280",
		Prowler: "rds_instance_deletion_protection",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_db_instance", Path: "deletion_protection"},
}
