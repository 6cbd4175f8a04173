// Package directoryservice holds the checks of Directory Service.
package directoryservice

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
)

var PasswordInCode = &checks.Check{
	Title:    "Password of a directory is written in the code",
	Severity: checks.Critical,
	Why:      "It is that of the administrator, who rules over all accounts in the directory.",
	Fix: checks.Fix{
		Terraform:      `Change it, and take the new one from a variable marked "sensitive" that has no default.`,
		CloudFormation: `Change it. Then refer to it by a dynamic reference, "{{resolve:secretsmanager:NAME}}".`,
	},
	Aliases: checks.Aliases{
		KICS:   "06b9f52a-8cd5-459b-bdc6-21a22521e1be 6685d912-d81f-4cfa-95ad-e316ea31c989",
		CfnNag: "F31 F36",
		Guard:  "MICROSOFT_AD_NO_PLAINTEXT_PASSWORD",
	},
	References: []string{"https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_best_practices.html"},
	Since:      "0.1",
	Rule:       secret.InCode{Type: "aws_directory_service_directory", Names: "password"},
}
