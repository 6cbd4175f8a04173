package firehose

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
)

var CredentialInCode = &checks.Check{
	Title:    "Credential of a Firehose destination is written in the code",
	Severity: checks.Critical,
	Why:      "Whoever reads it can write to the destination, and read a data warehouse.",
	Fix: checks.Fix{
		Terraform:      `Change it. Then name a secret in "secrets_manager_configuration", or take it from a variable marked "sensitive" that has no default.`,
		CloudFormation: `Change it. Then name a secret in "SecretsManagerConfiguration", or refer to it by "{{resolve:secretsmanager:NAME}}".`,
	},
	Aliases: checks.Aliases{
		CfnNag: "F66 F68",
		Guard: "KINESIS_FIREHOSE_REDSHIFT_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD " +
			"KINESIS_FIREHOSE_SPLUNK_DESTINATION_CONFIGURATION_NO_PLAINTEXT_PASSWORD",
	},
	References: []string{"https://docs.aws.amazon.com/firehose/latest/dev/using-secrets-manager.html"},
	Since:      "0.1",
	Rule:       secret.InCode{Type: "aws_kinesis_firehose_delivery_stream", Names: "password hec_token hectoken"},
}
