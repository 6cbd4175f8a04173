package service

import "github.com/lintel-iac/lintel/checks"

var HostPid = &checks.Check{
	Title:      "The container shares the processes of the host",
	Severity:   checks.High,
	Why:        "It sees all processes of the host, with their arguments and environments, and can signal them.",
	Fix:        checks.Fix{Compose: `Leave "pid: host" out.`},
	Aliases:    checks.Aliases{KICS: "4f31dd9f-2cc3-4751-9b53-67e4af83dac0"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#pid"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "compose_service", Path: "pid", Of: []string{"host"}},
}
