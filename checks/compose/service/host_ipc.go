package service

import "github.com/lintel-iac/lintel/checks"

var HostIpc = &checks.Check{
	Title:      "The container shares the memory segments of the host",
	Severity:   checks.High,
	Why:        "It can read and change what processes of the host exchange.",
	Fix:        checks.Fix{Compose: `Leave "ipc: host" out.`},
	Aliases:    checks.Aliases{KICS: "baa3890f-bed7-46f5-ab8f-1da8fc91c729"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#ipc"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "compose_service", Path: "ipc", Of: []string{"host"}},
}
