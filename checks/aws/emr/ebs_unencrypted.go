package emr

import "github.com/lintel-iac/lintel/checks"

var EBSUnencrypted = &checks.Check{
	Title:    "EMR security configuration leaves the EBS volumes of nodes unencrypted",
	Severity: checks.High,
	Why:      "The encryption of local disks leaves out the root volume: that is encrypted by EBS only.",
	Fix: checks.Fix{
		Terraform:      `Set "EnableEbsEncryption" to true in "LocalDiskEncryptionConfiguration", with a key of KMS.`,
		CloudFormation: `Set "EnableEbsEncryption" to true in "LocalDiskEncryptionConfiguration", with a key of KMS.`,
		Live:           `Make a new security configuration, and a new cluster that uses it.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_350"},
	References: []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html"},
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type: "aws_emr_security_configuration", In: "configuration",
		Path: "EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.EnableEbsEncryption",
	},
}
