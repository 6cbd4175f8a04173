package file

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var ModeOpen = &checks.Check{
	Title:      "Files are copied writable for everyone",
	Severity:   checks.Medium,
	Why:        "Any process in the container, under whatever user, can replace them.",
	Fix:        checks.Fix{Docker: `Write "--chmod=755" or less.`},
	References: []string{"https://docs.docker.com/reference/dockerfile/#copy---chown---chmod"},
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "docker_copy docker_add", Path: "chmod", Is: isOpen},
}

// isOpen asks whether everyone may write, by the last digit of a mode.
func isOpen(mode string) bool {
	last := mode[max(0, len(mode)-1):]
	return strings.Trim(mode, "01234567") == "" && strings.ContainsAny(last, "2367")
}
