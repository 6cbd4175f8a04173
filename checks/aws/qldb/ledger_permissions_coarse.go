package qldb

import "github.com/lintel-iac/lintel/checks"

var LedgerPermissionsCoarse = &checks.Check{
	Title:    "QLDB ledger does not tell tables and commands apart",
	Severity: checks.Medium,
	Why:      "In the mode ALLOW_ALL, whoever may use the ledger at all may read and change every table.",
	Fix: checks.Fix{
		Terraform:      `Set permissions_mode = "STANDARD".`,
		CloudFormation: `Set "PermissionsMode: STANDARD".`,
		Live:           `Run "aws qldb update-ledger-permissions-mode" with STANDARD.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_170"},
	References: []string{"https://docs.aws.amazon.com/qldb/latest/developerguide/ledger-management.basics.html"},
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_qldb_ledger", Path: "permissions_mode", Of: []string{"STANDARD"}},
}
