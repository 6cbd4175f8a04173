// Package identitystore holds the checks of Identity Center and its directory.
package identitystore

import "github.com/lintel-iac/lintel/checks"

var UserMadeByHand = &checks.Check{
	Title:    "User of Identity Center is made by hand",
	Severity: checks.Low,
	Why:      "Nobody takes the user away when the person leaves: an identity provider would, by way of SCIM.",
	Fix: checks.Fix{
		Terraform:      `Provision users from your identity provider, and leave out "aws_identitystore_user".`,
		CloudFormation: `Provision users from your identity provider: CloudFormation has no resource for them.`,
		Live:           `Connect Identity Center to your identity provider with automatic provisioning.`,
	},
	Aliases: checks.Aliases{
		KICS: "4003118b-046b-4640-b200-b8c7a4c8b89f",
	},
	References: []string{"https://docs.aws.amazon.com/singlesignon/latest/userguide/provision-automatically.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidType{Type: "aws_identitystore_user", Instead: "data.aws_identitystore_user", Says: "a user is made by hand"},
}
