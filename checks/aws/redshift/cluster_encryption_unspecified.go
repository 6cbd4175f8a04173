package redshift

import "github.com/lintel-iac/lintel/checks"

var ClusterEncryptionUnspecified = &checks.Check{
	Title:    "Redshift cluster does not say whether it is encrypted at rest",
	Severity: checks.Low,
	Why: "Clusters are encrypted where nothing is said since January 2025 only. Whoever reads the code cannot tell " +
		"whether the cluster is older than that.",
	Fix: checks.Fix{
		Terraform:      `Set "encrypted = true".`,
		CloudFormation: `Set "Encrypted: true".`,
		Live:           `Run "aws redshift modify-cluster" with --encrypted.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_64",
		KICS:    "cfdcabb0-fc06-427c-865b-c59f13e898ce 3b316b05-564c-44a7-9c3f-405bb95e211e",
		Trivy:   "AVD-AWS-0084",
		CfnNag:  "F28",
		Guard:   "REDSHIFT_CLUSTER_CONFIGURATION_CHECK",
	},
	References: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/behavior-changes.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_redshift_cluster", Path: "encrypted"},
}
