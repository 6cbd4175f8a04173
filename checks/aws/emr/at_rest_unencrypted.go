package emr

import "github.com/lintel-iac/lintel/checks"

var AtRestUnencrypted = &checks.Check{
	Title:    "EMR security configuration leaves data at rest unencrypted",
	Severity: checks.High,
	Why:      "What clusters write to S3 and to their disks can be read by whoever obtains it.",
	Fix: checks.Fix{
		Terraform:      `Set "EnableAtRestEncryption" to true.`,
		CloudFormation: `Set "EnableAtRestEncryption" to true.`,
		Live:           `Make a new security configuration, and a new cluster that uses it.`,
	},
	Aliases: checks.Aliases{
		KICS:   "5b033ec8-f079-4323-b5c8-99d4620433a9",
		Trivy:  "AVD-AWS-0137",
		CfnNag: "W61",
		Guard:  "EMR_SECURITY_CONFIG_ENABLED_AND_CONFIGURED_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_emr_security_configuration", In: "configuration", Path: "EncryptionConfiguration.EnableAtRestEncryption"},
}
