package efs

import "github.com/lintel-iac/lintel/checks"

var FileSystemUnencrypted = &checks.Check{
	Title:    "EFS file system is not encrypted at rest",
	Severity: checks.High,
	Why:      "Whoever obtains its disks or a backup can read it all, and encryption cannot be switched on later.",
	Fix: checks.Fix{
		Terraform:      `Set "encrypted = true".`,
		CloudFormation: `Set "Encrypted: true".`,
		Live:           `Make a new file system with encryption on, and copy the files with DataSync.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_42",
		KICS:    "48207659-729f-4b5c-9402-f884257d794f 2ff8e83c-90e1-4d68-a300-6d652112e622",
		Trivy:   "AVD-AWS-0037",
		CfnNag:  "F32",
		Guard:   "EFS_ENCRYPTED_CHECK",
		Prowler: "efs_encryption_at_rest_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_efs_file_system", Path: "encrypted"},
}
