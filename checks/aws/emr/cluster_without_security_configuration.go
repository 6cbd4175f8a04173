// Package emr holds the checks of EMR.
package emr

import "github.com/lintel-iac/lintel/checks"

var ClusterWithoutSecurityConfiguration = &checks.Check{
	Title:    "EMR cluster has no security configuration",
	Severity: checks.Medium,
	Why:      "Without one nothing is encrypted between its nodes, nor on their disks, and users are not told apart.",
	Fix: checks.Fix{
		Terraform:      `Set "security_configuration" to the name of an "aws_emr_security_configuration".`,
		CloudFormation: `Set "SecurityConfiguration" to the name of an AWS::EMR::SecurityConfiguration.`,
		Live:           `Make a new cluster with a security configuration.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_55",
		KICS:    "48af92a5-c89b-4936-bc62-1086fe2bab23",
		CfnNag:  "W63",
	},
	References: []string{"https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-configurations.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_emr_cluster", Path: "security_configuration"},
}
