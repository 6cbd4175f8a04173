package emr

import "github.com/lintel-iac/lintel/checks"

var InTransitUnencrypted = &checks.Check{
	Title:    "EMR security configuration leaves data in transit unencrypted",
	Severity: checks.Medium,
	Why:      "What the nodes of a cluster tell each other can be read or changed by anyone on the way.",
	Fix: checks.Fix{
		Terraform:      `Set "EnableInTransitEncryption" to true, and say in "InTransitEncryptionConfiguration" where the certificates are.`,
		CloudFormation: `Set "EnableInTransitEncryption" to true, and say in "InTransitEncryptionConfiguration" where the certificates are.`,
		Live:           `Make a new security configuration, and a new cluster that uses it.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_351",
		KICS:    "5b033ec8-f079-4323-b5c8-99d4620433a9",
		Trivy:   "AVD-AWS-0138",
		CfnNag:  "W61",
		Guard:   "EMR_SECURITY_CONFIG_ENABLED_AND_CONFIGURED_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_emr_security_configuration", In: "configuration", Path: "EncryptionConfiguration.EnableInTransitEncryption"},
}
