package cloudformation

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
)

var AlexaRefreshTokenInCode = &checks.Check{
	Title:    "Refresh token of an Alexa skill is written in the template",
	Severity: checks.Critical,
	Why:      "With it others get new access tokens, again and again, until it is revoked.",
	Fix: checks.Fix{
		CloudFormation: `Change it. Then refer to it by a dynamic reference, "{{resolve:secretsmanager:NAME}}".`,
	},
	Aliases: checks.Aliases{
		KICS:   "5b48c507-0d1f-41b0-a630-76817c6b4189",
		CfnNag: "F75",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ask-skill.html"},
	Since:      "0.1",
	Rule:       secret.InCode{Type: "Alexa::ASK::Skill", Names: "refresh_token"},
}
