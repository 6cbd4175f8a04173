// Package dax holds the checks of DynamoDB Accelerator.
package dax

import "github.com/lintel-iac/lintel/checks"

var ClusterUnencrypted = &checks.Check{
	Title:    "DAX cluster is not encrypted at rest",
	Severity: checks.Medium,
	Why: "The disks of its nodes hold a copy of the table's items, which the table itself keeps encrypted. It " +
		"cannot be switched on later.",
	Fix: checks.Fix{
		Terraform:      `Set "enabled = true" in a "server_side_encryption" block.`,
		CloudFormation: `Set "SSEEnabled: true" under "SSESpecification".`,
		Live:           `Make a new cluster with encryption on, and point the clients at it.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_47",
		KICS:    "f11aec39-858f-4b6f-b946-0a1bf46c0c87",
		Trivy:   "AVD-AWS-0023",
		CfnNag:  "W83",
		Guard:   "DAX_ENCRYPTION_ENABLED",
		Prowler: "dynamodb_accelerator_cluster_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_dax_cluster", Path: "server_side_encryption.enabled"},
}
