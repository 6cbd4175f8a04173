package service

import "github.com/lintel-iac/lintel/checks"

var SecurityOptMissing = &checks.Check{
	Title:      "No security options are set",
	Severity:   checks.Low,
	Why:        "Neither a profile of its own nor a ban on new privileges holds the container back.",
	Fix:        checks.Fix{Compose: `Write "security_opt" with "no-new-privileges:true" and, better, a profile.`},
	Aliases:    checks.Aliases{KICS: "610e266e-6c12-4bca-9925-1ed0cd29742b"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#security_opt"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "compose_service", Path: "security_opt"},
}
