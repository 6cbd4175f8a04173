package ses

import "github.com/lintel-iac/lintel/checks"

var IdentityPolicyWildcardAction = &checks.Check{
	Title:    "Policy of a mail identity allows all actions",
	Severity: checks.Medium,
	Why:      "Whoever is to send may change the identity and its policy, too.",
	Fix: checks.Fix{
		Terraform:      `Name the actions that are needed, such as "ses:SendEmail".`,
		CloudFormation: `Name the actions that are needed, such as "ses:SendEmail".`,
		Live:           `Run "aws ses put-identity-policy" with a policy that names its actions.`,
	},
	References: []string{"https://docs.aws.amazon.com/ses/latest/dg/sending-authorization-policies.html"},
	Since:      "0.1",
	Rule:       checks.ForbidWildcardAction{Type: "aws_ses_identity_policy aws_sesv2_email_identity_policy", Path: "policy"},
}
