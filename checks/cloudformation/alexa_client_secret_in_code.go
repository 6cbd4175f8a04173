package cloudformation

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
)

var AlexaClientSecretInCode = &checks.Check{
	Title:    "Client secret of an Alexa skill is written in the template",
	Severity: checks.Critical,
	Why:      "With it others can act as the developer of the skill.",
	Fix: checks.Fix{
		CloudFormation: `Change it. Then refer to it by a dynamic reference, "{{resolve:secretsmanager:NAME}}".`,
	},
	Aliases: checks.Aliases{
		KICS:   "3c3b7a58-b018-4d07-9444-d9ee7156e111",
		CfnNag: "F74",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ask-skill.html"},
	Since:      "0.1",
	Rule:       secret.InCode{Type: "Alexa::ASK::Skill", Names: "client_secret"},
}
