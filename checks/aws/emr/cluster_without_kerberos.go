package emr

import "github.com/lintel-iac/lintel/checks"

var ClusterWithoutKerberos = &checks.Check{
	Title:    "EMR cluster does not authenticate by Kerberos",
	Severity: checks.Low,
	Why:      "Whoever reaches its services is believed under any name.",
	Fix: checks.Fix{
		Terraform:      `Add a "kerberos_attributes" block with a "realm".`,
		CloudFormation: `Set "KerberosAttributes", with a "Realm".`,
		Live:           `Make a new cluster with Kerberos.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_114",
		Guard:   "EMR_KERBEROS_ENABLED",
	},
	References: []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-kerberos.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_emr_cluster", Path: "kerberos_attributes.realm"},
}
