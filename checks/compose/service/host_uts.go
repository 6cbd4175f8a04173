package service

import "github.com/lintel-iac/lintel/checks"

var HostUts = &checks.Check{
	Title:      "The container shares the host name of the host",
	Severity:   checks.Medium,
	Why:        "It can change the name under which the host is known.",
	Fix:        checks.Fix{Compose: `Leave "uts: host" out.`},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#uts"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "compose_service", Path: "uts", Of: []string{"host"}},
}
