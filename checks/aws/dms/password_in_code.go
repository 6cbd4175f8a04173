package dms

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
)

var PasswordInCode = &checks.Check{
	Title:    "Password of a DMS endpoint is written in the code",
	Severity: checks.Critical,
	Why:      "Whoever reads it can read, or write, the database that the endpoint is for.",
	Fix: checks.Fix{
		Terraform:      `Change it. Then name a secret as "secrets_manager_arn", or take the password from a variable marked "sensitive" that has no default.`,
		CloudFormation: `Change it. Then name a secret as "SecretsManagerSecretId" in the settings of the engine, or refer to it by "{{resolve:secretsmanager:NAME}}".`,
	},
	Aliases: checks.Aliases{
		KICS:   "5f700072-b7ce-4e84-b3f3-497bf1c24a4d f988a17f-1139-46a3-8928-f27eafd8b024",
		CfnNag: "F37 F55",
		Guard:  "DMS_NO_PLAINTEXT_PASSWORD",
	},
	References: []string{"https://docs.aws.amazon.com/dms/latest/userguide/security_iam_secretsmanager.html"},
	Since:      "0.1",
	Rule:       secret.InCode{Type: "aws_dms_endpoint", Names: "password"},
}
