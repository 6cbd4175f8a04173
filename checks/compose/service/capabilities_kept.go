package service

import "github.com/lintel-iac/lintel/checks"

var CapabilitiesKept = &checks.Check{
	Title:      "The container keeps the capabilities that Docker gives it",
	Severity:   checks.Medium,
	Why:        "Docker leaves a container fourteen capabilities, of which most programs need none.",
	Fix:        checks.Fix{Compose: `Write "cap_drop: [ALL]" and add what is needed.`},
	Aliases:    checks.Aliases{KICS: "ce76b7d0-9e77-464d-b86f-c5c48e03e22d"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#cap_drop"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireElement{Type: "compose_service", Path: "cap_drop", Of: []string{"ALL", "all", "CAP_ALL", "cap_all"}},
}
