package service

import "github.com/lintel-iac/lintel/checks"

var HostNetwork = &checks.Check{
	Title:      "The container shares the network of the host",
	Severity:   checks.High,
	Why:        "It can listen on and connect to whatever the host can, services on localhost included.",
	Fix:        checks.Fix{Compose: `Leave "network_mode: host" out and publish the ports.`},
	Aliases:    checks.Aliases{KICS: "071a71ff-f868-47a4-ac0b-3c59e4ab5443"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#network_mode"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "compose_service", Path: "network_mode", Of: []string{"host"}},
}
