package service

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var CapabilityAdded = &checks.Check{
	Title:      "The container is given capabilities that break its walls",
	Severity:   checks.High,
	Why:        "With them the container can load code into the kernel, trace other processes, or mount what it wants.",
	Fix:        checks.Fix{Compose: `Leave them out of "cap_add".`},
	Aliases:    checks.Aliases{KICS: "ce76b7d0-9e77-464d-b86f-c5c48e03e22d"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#cap_add"},
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "compose_service", Each: "cap_add", Is: isDangerous, Says: "%s is added"},
}

// dangerous are the capabilities with which the host can be reached.
var dangerous = []string{
	"ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "SYS_BOOT", "SYS_TIME", "DAC_READ_SEARCH", "NET_ADMIN", "BPF", "PERFMON",
	"MAC_ADMIN", "MAC_OVERRIDE", "SYSLOG",
}

func isDangerous(name string) bool {
	return slices.Contains(dangerous, strings.TrimPrefix(strings.ToUpper(name), "CAP_"))
}
