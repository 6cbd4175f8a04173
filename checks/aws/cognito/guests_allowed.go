// Package cognito holds the checks of Cognito.
package cognito

import "github.com/lintel-iac/lintel/checks"

var GuestsAllowed = &checks.Check{
	Title:    "Cognito identity pool hands out credentials without sign-in",
	Severity: checks.Medium,
	Why:      "Anyone on the internet gets credentials of this account, and all that its role for guests allows.",
	Fix: checks.Fix{
		Terraform:      `Set "allow_unauthenticated_identities = false".`,
		CloudFormation: `Set "AllowUnauthenticatedIdentities: false".`,
		Live:           `Run "aws cognito-identity update-identity-pool" with --no-allow-unauthenticated-identities.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_366",
		CfnNag:  "W57",
		Guard:   "COGNITO_ALLOW_UNAUTHENTICATED_IDENTITIES_RULE",
		Prowler: "cognito_identity_pool_guest_access_disabled",
	},
	References: []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html"},
	Since:      "0.1",
	Rule:       checks.RequireFalse{Type: "aws_cognito_identity_pool", Path: "allow_unauthenticated_identities"},
}
