// Package memorydb holds the checks of MemoryDB.
package memorydb

import "github.com/lintel-iac/lintel/checks"

var ClusterWithoutTLS = &checks.Check{
	Title:    "MemoryDB cluster does not speak TLS",
	Severity: checks.Medium,
	Why: "Data and passwords travel in the clear, and without TLS the cluster takes commands from anyone who " +
		"reaches it: it has no users then.",
	Fix: checks.Fix{
		Terraform:      `Leave "tls_enabled" at its default, true.`,
		CloudFormation: `Leave "TLSEnabled" at its default, true.`,
		Live:           `Make a new cluster with TLS from a snapshot, and point the clients at it.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_202"},
	References: []string{"https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_memorydb_cluster", Path: "tls_enabled"},
}
