package cognito

import "github.com/lintel-iac/lintel/checks"

var MFAOptional = &checks.Check{
	Title:    "Cognito user pool does not insist on multi-factor authentication",
	Severity: checks.Low,
	Why:      "Where it is left to the users, those whose passwords are guessed first are those who chose not to have it.",
	Fix: checks.Fix{
		Terraform:      `Set mfa_configuration = "ON".`,
		CloudFormation: `Set MfaConfiguration to "ON", in quotes: without them YAML reads a truth value.`,
		Live:           `Run "aws cognito-idp set-user-pool-mfa-config" with --mfa-configuration ON.`,
	},
	References: []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_cognito_user_pool", Path: "mfa_configuration", Of: []string{"ON"}},
}
