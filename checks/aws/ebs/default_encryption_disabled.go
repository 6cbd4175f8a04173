package ebs

import "github.com/lintel-iac/lintel/checks"

var DefaultEncryptionDisabled = &checks.Check{
	Title:    "New EBS volumes of the region are not encrypted unless asked for",
	Severity: checks.Medium,
	Why:      "One volume that somebody forgets to encrypt is enough, and encryption cannot be switched on later.",
	Fix: checks.Fix{
		Terraform: `Set "enabled = true", or leave it out.`,
		Live:      `Run "aws ec2 enable-ebs-encryption-by-default".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_106",
		KICS:    "3d3f6270-546b-443c-adb4-bb6fb2187ca6",
		Prowler: "ec2_ebs_default_encryption",
	},
	References: []string{"https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_ebs_encryption_by_default", Path: "enabled"},
}
