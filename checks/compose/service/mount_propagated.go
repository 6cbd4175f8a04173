package service

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var MountPropagated = &checks.Check{
	Title:      "Mounts made in the container reach the host",
	Severity:   checks.High,
	Why:        "What is mounted in one place appears in the others: the container changes what the host and its neighbours see.",
	Fix:        checks.Fix{Compose: `Leave the propagation at its default, "rprivate".`},
	Aliases:    checks.Aliases{KICS: "baa452f0-1f21-4a25-ace5-844e7a5f410d"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/"},
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "compose_service", Each: "volumes", Path: "bind.propagation", Is: isPropagated, Says: "bind.propagation is %s"},
}

// isPropagated asks whether mounts go from the host to the container or back.
func isPropagated(how string) bool {
	return slices.Contains([]string{"shared", "rshared", "slave", "rslave"}, strings.ToLower(how))
}
