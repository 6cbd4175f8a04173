package service

import "github.com/lintel-iac/lintel/checks"

var Privileged = &checks.Check{
	Title:      "The container is privileged",
	Severity:   checks.Critical,
	Why:        "It may do to the host whatever root may: no wall is left between them.",
	Fix:        checks.Fix{Compose: `Leave "privileged" out, and add the one capability or device that is needed.`},
	Aliases:    checks.Aliases{KICS: "ae5b6871-7f45-42e0-bb4c-ab300c4d2026"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#privileged"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "compose_service", Path: "privileged", Of: []string{"true"}},
}
