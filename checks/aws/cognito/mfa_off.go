package cognito

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

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
	Rule:       checks.Func{On: "aws_cognito_user_pool", Do: mfaOff},
}

// mfaOff reports what is neither on nor left to the users, such as the truth value that YAML reads
// without quotes, and what is on without a factor that users could have.
func mfaOff(p *checks.Pass, r *model.Resource) {
	mfa := r.At("mfa_configuration")
	off := model.Not(mfa.IsFold("ON", "OPTIONAL"))
	p.Forbid(off, mfa, "%s is %v", mfa.Origin.Name, checks.Said(mfa))
	none := model.Yes
	for _, factor := range [...]string{"sms_configuration", "email_mfa_configuration", "software_token_mfa_configuration"} {
		none = min(none, model.Is(r.At(factor).State == model.Absent))
	}
	p.Forbid(min(mfa.IsSet(), model.Not(off), none), mfa, "%s is %v, but no second factor is set up", mfa.Origin.Name, checks.Said(mfa))
}
