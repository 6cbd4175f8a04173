package cloudformation

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
)

var AuthenticationInCode = &checks.Check{
	Title:    "Credential of cfn-init stands in the metadata of the template",
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
	References: []string{
		"https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-metadata.html",
		"https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-authentication.html",
	},
	Since: "0.1",
	Rule: checks.Every{
		secret.InCode{Type: "AWS::CloudFormation::Authentication", Names: "access_key_id secret_key password"},
		checks.Func{On: "AWS::CloudFormation::Authentication", Do: madeKey},
	},
}

// madeKey finds the secret of an access key that the template makes: metadata shows it
// as soon as it is made.
func madeKey(p *checks.Pass, r *model.Resource) {
	for _, v := range secret.Unknowns("", r.Body) {
		name, attr, _ := strings.Cut(v.Why.Key, ".")
		if key := p.Scope.Resource(name); key != nil && key.Type == "aws_iam_access_key" && attr == "SecretAccessKey" {
			p.Forbid(model.Yes, v, "%s is the secret of %s", v.Origin.Name, key.Address)
			p.Beside(key)
		}
	}
}
