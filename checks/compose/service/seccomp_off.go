package service

import "github.com/lintel-iac/lintel/checks"

var SeccompOff = &checks.Check{
	Title:      "The container runs without a seccomp profile",
	Severity:   checks.High,
	Why:        "The kernel offers the container calls that Docker bars for good reasons.",
	Fix:        checks.Fix{Compose: "Leave the option out, or name a profile."},
	Aliases:    checks.Aliases{KICS: "404fde2c-bc4b-4371-9747-7054132ac953"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#security_opt"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "compose_service", Each: "security_opt", Of: []string{"seccomp:unconfined", "seccomp=unconfined"}},
}
