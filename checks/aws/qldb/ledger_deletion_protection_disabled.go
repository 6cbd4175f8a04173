// Package qldb holds the checks of Quantum Ledger Database.
package qldb

import "github.com/lintel-iac/lintel/checks"

var LedgerDeletionProtectionDisabled = &checks.Check{
	Title:    "QLDB ledger is not protected against deletion",
	Severity: checks.Medium,
	Why:      "One wrong command deletes what was to be kept for good.",
	Fix: checks.Fix{
		Terraform:      `Set "deletion_protection = true", or leave it out.`,
		CloudFormation: `Set "DeletionProtection: true", or leave it out.`,
		Live:           `Run "aws qldb update-ledger" with --deletion-protection.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_172"},
	References: []string{"https://docs.aws.amazon.com/qldb/latest/developerguide/ledger-management.basics.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_qldb_ledger", Path: "deletion_protection"},
}
