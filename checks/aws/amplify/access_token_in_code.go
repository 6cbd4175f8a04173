// Package amplify holds the checks of Amplify.
package amplify

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
)

var AccessTokenInCode = &checks.Check{
	Title:    "Access token of an Amplify app is written in the code",
	Severity: checks.Critical,
	Why:      "Whoever reads it can change the repository that the app is built from.",
	Fix: checks.Fix{
		Terraform:      `Revoke it, and take the new one from a variable marked "sensitive" that has no default.`,
		CloudFormation: `Change it. Then refer to it by a dynamic reference, "{{resolve:secretsmanager:NAME}}".`,
	},
	Aliases: checks.Aliases{
		KICS:   "73980e43-f399-4fcc-a373-658228f7adf7",
		CfnNag: "F41",
	},
	References: []string{"https://docs.aws.amazon.com/amplify/latest/userguide/setting-up-GitHub-access.html"},
	Since:      "0.1",
	Rule:       secret.InCode{Type: "aws_amplify_app", Names: "access_token"},
}
