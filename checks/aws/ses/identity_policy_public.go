package ses

import "github.com/lintel-iac/lintel/checks"

var IdentityPolicyPublic = &checks.Check{
	Title:    "Everyone may send mail in the name of an identity",
	Severity: checks.High,
	Why:      "Anyone with an AWS account can write to your customers as you, at your cost and on your reputation.",
	Fix: checks.Fix{
		Terraform:      `Name accounts or roles as "Principal".`,
		CloudFormation: `Name accounts or roles as "Principal".`,
		Live:           `Run "aws ses put-identity-policy" with a policy that names its principals.`,
	},
	Aliases: checks.Aliases{
		KICS: "34b921bd-90a0-402e-a0a5-dc73371fd963",
	},
	References: []string{"https://docs.aws.amazon.com/ses/latest/dg/sending-authorization-policies.html"},
	Since:      "0.1",
	Rule:       checks.ForbidPublicPolicy{Type: "aws_ses_identity_policy aws_sesv2_email_identity_policy", Path: "policy"},
}
