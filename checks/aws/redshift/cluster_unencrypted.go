// Package redshift holds the checks of Redshift, its serverless form included.
package redshift

import "github.com/lintel-iac/lintel/checks"

var ClusterUnencrypted = &checks.Check{
	Title:    "Redshift cluster is not encrypted at rest",
	Severity: checks.High,
	Why:      "Whoever obtains a snapshot can read it all.",
	Fix: checks.Fix{
		Terraform:      `Set "encrypted = true", or leave it out.`,
		CloudFormation: `Set "Encrypted: true".`,
		Live:           `Run "aws redshift modify-cluster" with --encrypted.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_64",
		KICS:    "cfdcabb0-fc06-427c-865b-c59f13e898ce 3b316b05-564c-44a7-9c3f-405bb95e211e ffee2785-c347-451e-89f3-11aeb08e5c84",
		Trivy:   "AVD-AWS-0084",
		CfnNag:  "F28",
		Guard:   "REDSHIFT_CLUSTER_CONFIGURATION_CHECK",
		Prowler: "redshift_cluster_encrypted_at_rest",
	},
	References: []string{
		"https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html",
		"https://docs.aws.amazon.com/redshift/latest/mgmt/behavior-changes.html",
	},
	Since: "0.1",
	Rule:  checks.RequireTrue{Type: "aws_redshift_cluster", Path: "encrypted"},
}
