package amplify

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
)

var OAuthTokenInCode = &checks.Check{
	Title:    "OAuth token of an Amplify app is written in the code",
	Severity: checks.Critical,
	Why:      "Whoever reads it can do in the repository what its owner can.",
	Fix: checks.Fix{
		Terraform:      `Revoke it, and take the new one from a variable marked "sensitive" that has no default.`,
		CloudFormation: `Change it. Then refer to it by a dynamic reference, "{{resolve:secretsmanager:NAME}}".`,
	},
	Aliases: checks.Aliases{
		KICS:   "03b38885-8f4e-480c-a0e4-12c1affd15db",
		CfnNag: "F58",
	},
	References: []string{"https://docs.aws.amazon.com/amplify/latest/userguide/setting-up-GitHub-access.html"},
	Since:      "0.1",
	Rule:       secret.InCode{Type: "aws_amplify_app", Names: "oauth_token"},
}
