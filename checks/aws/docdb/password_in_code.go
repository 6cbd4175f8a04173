package docdb

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
)

var PasswordInCode = &checks.Check{
	Title:    "Master password of a DocumentDB cluster is written in the code",
	Severity: checks.Critical,
	Why:      "Everyone who can read the repository, its history or the stack has it, for as long as it is valid.",
	Fix: checks.Fix{
		Terraform:      `Change it. Then let the service keep it ("manage_master_user_password"), or take it from a variable marked "sensitive" that has no default.`,
		CloudFormation: `Change it. Then refer to it by a dynamic reference, "{{resolve:secretsmanager:NAME}}".`,
	},
	Aliases: checks.Aliases{
		KICS:   "39423ce4-9011-46cd-b6b1-009edcd9385d",
		CfnNag: "F70",
	},
	References: []string{"https://docs.aws.amazon.com/documentdb/latest/developerguide/docdb-secrets-manager.html"},
	Since:      "0.1",
	Rule:       secret.InCode{Type: "aws_docdb_cluster", Names: "master_password master_user_password"},
}
