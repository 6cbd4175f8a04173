package redshift

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
)

var PasswordInCode = &checks.Check{
	Title:    "Master password of a Redshift cluster is written in the code",
	Severity: checks.Critical,
	Why:      "Everyone who can read the repository, its history or the stack has it, for as long as it is valid.",
	Fix: checks.Fix{
		Terraform:      `Change it. Then let Redshift keep it ("manage_master_password"), or take it from a variable marked "sensitive" that has no default.`,
		CloudFormation: `Change it. Then let Redshift keep it ("ManageMasterPassword: true"), or refer to it by "{{resolve:secretsmanager:NAME}}".`,
	},
	Aliases: checks.Aliases{
		CfnNag: "F35",
		Guard:  "REDSHIFT_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD",
	},
	References: []string{"https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-secrets-manager-integration.html"},
	Since:      "0.1",
	Rule:       secret.InCode{Type: "aws_redshift_cluster", Names: "master_password master_user_password"},
}
