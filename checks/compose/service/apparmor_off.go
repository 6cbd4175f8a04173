package service

import "github.com/lintel-iac/lintel/checks"

var ApparmorOff = &checks.Check{
	Title:      "The container runs without an AppArmor profile",
	Severity:   checks.High,
	Why:        "The kernel offers the container calls that Docker bars for good reasons.",
	Fix:        checks.Fix{Compose: "Leave the option out, or name a profile."},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#security_opt"},
	Since:      "0.1",
	Rule: checks.ForbidAny{
		Type: "compose_service", Each: "security_opt",
		Of: []string{"apparmor:unconfined", "apparmor=unconfined", "label:disable", "label=disable"},
	},
}
