package cognito

import "github.com/lintel-iac/lintel/checks"

var MFAOff = &checks.Check{
	Title:    "Users of a Cognito pool sign in without a second factor",
	Severity: checks.Medium,
	Why:      "A password that was guessed, or leaked elsewhere, is enough to be the user.",
	Fix: checks.Fix{
		Terraform:      `Set mfa_configuration = "ON" and a block "software_token_mfa_configuration".`,
		CloudFormation: `Set "MfaConfiguration: 'ON'", in quotes, and "EnabledMfas".`,
		Live:           `Run "aws cognito-idp set-user-pool-mfa-config" with --mfa-configuration ON.`,
	},
	Aliases: checks.Aliases{
		KICS:    "ec28bf61-a474-4dbe-b414-6dd3a067d6f0 74a18d1a-cf02-4a31-8791-ed0967ad7fdc",
		CfnNag:  "F78",
		Guard:   "COGNITO_USER_POOL_MFA_CONFIGURATION_RULE",
		Prowler: "cognito_user_pool_mfa_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_cognito_user_pool", Path: "mfa_configuration", Of: []string{"OFF", "false"}},
}
