package mq

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
)

var PasswordInCode = &checks.Check{
	Title:    "Password of an MQ broker is written in the code",
	Severity: checks.Critical,
	Why:      "Whoever reads it can read the messages of the broker, and send some.",
	Fix: checks.Fix{
		Terraform:      `Change it, and take the new one from a variable marked "sensitive" that has no default.`,
		CloudFormation: `Change it. Then refer to it by a dynamic reference, "{{resolve:secretsmanager:NAME}}".`,
	},
	Aliases: checks.Aliases{
		CfnNag: "F52",
		Guard:  "AMAZON_MQ_BROKER_USERS_NO_PLAINTEXT_PASSWORD",
	},
	References: []string{"https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html"},
	Since:      "0.1",
	Rule:       secret.InCode{Type: "aws_mq_broker", Names: "password"},
}
