package identitystore

import (
	"strings"
	"time"

	"github.com/lintel-iac/lintel/checks"
)

var SessionLong = &checks.Check{
	Title:    "Session of a permission set lasts for more than an hour",
	Severity: checks.Low,
	Why:      "Credentials that are stolen from a browser or a laptop stay good until the session ends.",
	Fix: checks.Fix{
		Terraform:      `Set session_duration = "PT1H", or leave it out.`,
		CloudFormation: `Set "SessionDuration: PT1H", or leave it out.`,
		Live:           `Run "aws sso-admin update-permission-set" with --session-duration PT1H.`,
	},
	Aliases: checks.Aliases{
		KICS: "ce9dfce0-5fc8-433b-944a-3b16153111a8",
	},
	References: []string{"https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "aws_ssoadmin_permission_set", Path: "session_duration", Is: overAnHour},
}

// overAnHour reads a duration of ISO 8601, "PT1H30M".
func overAnHour(duration string) bool {
	d, err := time.ParseDuration(strings.ToLower(strings.TrimPrefix(duration, "PT")))
	return err == nil && d > time.Hour
}
