package cloudformation

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
)

var LoginPasswordInCode = &checks.Check{
	Title:    "Password of an IAM user is written in the template",
	Severity: checks.Critical,
	Why:      "Whoever reads it can sign in to the console as the user.",
	Fix: checks.Fix{
		CloudFormation: `Change it. Then refer to it by a dynamic reference, "{{resolve:secretsmanager:NAME}}".`,
	},
	Aliases: checks.Aliases{
		KICS:   "06adef8c-c284-4de7-aad2-af43b07a8ca1",
		CfnNag: "F51",
		Guard:  "IAM_USER_LOGIN_PROFILE_NO_PLAINTEXT_PASSWORD",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-iam-user-loginprofile.html"},
	Since:      "0.1",
	Rule:       secret.InCode{Type: "aws_iam_user", Names: "password"},
}
