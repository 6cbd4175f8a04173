package rds

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
)

var PasswordInCode = &checks.Check{
	Title:    "Master password of a database is written in the code",
	Severity: checks.Critical,
	Why:      "Everyone who can read the repository, its history or the stack has it, for as long as it is valid.",
	Fix: checks.Fix{
		Terraform:      `Change it. Then let RDS keep it ("manage_master_user_password"), or take it from a variable marked "sensitive" that has no default.`,
		CloudFormation: `Change it. Then let RDS keep it ("ManageMasterUserPassword: true"), or refer to it by "{{resolve:secretsmanager:NAME}}".`,
	},
	Aliases: checks.Aliases{
		CfnNag: "F23 F34",
		Guard: "RDS_CLUSTER_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD " +
			"RDS_MASTER_USER_PASSWORD_NO_PLAINTEXT_PASSWORD",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html"},
	Since:      "0.1",
	Rule:       secret.InCode{Type: "aws_db_instance aws_rds_cluster", Names: "password master_password master_user_password"},
}
