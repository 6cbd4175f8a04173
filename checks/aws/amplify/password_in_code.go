package amplify

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
)

var PasswordInCode = &checks.Check{
	Title:    "Password of an Amplify site is written in the code",
	Severity: checks.Critical,
	Why:      "Whoever reads it sees the site that the password keeps from others.",
	Fix: checks.Fix{
		Terraform:      `Change it, and take the new one from a variable marked "sensitive" that has no default.`,
		CloudFormation: `Change it. Then refer to it by a dynamic reference, "{{resolve:secretsmanager:NAME}}".`,
	},
	Aliases: checks.Aliases{
		KICS:   "71493c8b-3014-404c-9802-078b74496fb7 dfb56e5d-ee68-446e-b32a-657b62befe69",
		CfnNag: "F50 F60",
	},
	References: []string{"https://docs.aws.amazon.com/amplify/latest/userguide/access-control.html"},
	Since:      "0.1",
	Rule:       secret.InCode{Type: "aws_amplify_app aws_amplify_branch AWS::Amplify::Branch", Names: "password basic_auth_credentials"},
}
