package emr

import "github.com/lintel-iac/lintel/checks"

var LocalDisksUnencrypted = &checks.Check{
	Title:    "EMR security configuration leaves the disks of nodes unencrypted",
	Severity: checks.High,
	Why:      "Whoever obtains a disk or a snapshot of a node can read what the cluster worked on.",
	Fix: checks.Fix{
		Terraform:      `Set "LocalDiskEncryptionConfiguration" in "AtRestEncryptionConfiguration", with a key provider.`,
		CloudFormation: `Set "LocalDiskEncryptionConfiguration" in "AtRestEncryptionConfiguration", with a key provider.`,
		Live:           `Make a new security configuration, and a new cluster that uses it.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_349",
		Trivy:   "AVD-AWS-0139",
		CfnNag:  "W61",
		Guard:   "EMR_SECURITY_CONFIG_ENABLED_AND_CONFIGURED_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html"},
	Since:      "0.1",
	Rule: checks.RequireSet{
		Type: "aws_emr_security_configuration", In: "configuration",
		Path: "EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.EncryptionKeyProviderType",
	},
}
