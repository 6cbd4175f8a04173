package service

import (
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var PrivilegedPort = &checks.Check{
	Title:      "A privileged port is mapped",
	Severity:   checks.Low,
	Why:        "Only root may listen below 1024: a program that does so in a container is started as root.",
	Fix:        checks.Fix{Compose: "Have the program listen above 1023, and map to that."},
	Aliases:    checks.Aliases{KICS: "bc2908f3-f73c-40a9-8793-c1b7d5544f79"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#ports"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "compose_service", Each: "ports", Path: "target", Is: isPrivileged, Says: "port %s of the container is mapped"},
}

// isPrivileged reads PORT[-PORT].
func isPrivileged(port string) bool {
	first, _, _ := strings.Cut(port, "-")
	number, err := strconv.Atoi(first)
	return err == nil && number < 1024
}
