package service

import "github.com/lintel-iac/lintel/checks"

var HostUserns = &checks.Check{
	Title:      "The container shares the user namespace of the host",
	Severity:   checks.High,
	Why:        "Root in it is root of the host.",
	Fix:        checks.Fix{Compose: `Leave "userns_mode: host" out.`},
	Aliases:    checks.Aliases{KICS: "8af7162d-6c98-482f-868e-0d33fb675ca8"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#userns_mode"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "compose_service", Path: "userns_mode", Of: []string{"host"}},
}
