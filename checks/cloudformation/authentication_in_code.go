package cloudformation

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
)

var AuthenticationInCode = &checks.Check{
	Title:    "Credential of cfn-init is written in the template",
	Severity: checks.Critical,
	Why:      "Everyone who may describe the stack, or read the metadata from the instance, has it.",
	Fix: checks.Fix{
		CloudFormation: `Revoke it. Then name an instance role in "roleName", with the type S3.`,
	},
	Aliases: checks.Aliases{
		KICS:   "9ecb6b21-18bc-4aa7-bd07-db20f1c746db",
		CfnNag: "W1",
		Guard:  "CFN_AUTHENTICATION_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-metadata.html"},
	Since:      "0.1",
	Rule:       secret.InCode{Type: "AWS::CloudFormation::Authentication", Names: "access_key_id secret_key password"},
}
