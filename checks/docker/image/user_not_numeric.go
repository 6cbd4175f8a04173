package image

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var UserNotNumeric = &checks.Check{
	Title:      "The user is a name, not a number",
	Severity:   checks.Low,
	Why:        "Kubernetes can tell only of a number that it is not root: runAsNonRoot refuses to start a name.",
	Fix:        checks.Fix{Docker: `Write the number: "USER 10001".`},
	Aliases:    checks.Aliases{Hadolint: "DL3066"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#user"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "docker_user", Path: "user", Is: isName, Says: "%s is a name"},
}

// isName reads USER[:GROUP]. The users of Windows have no numbers: those that each of its
// images has, and those of a domain, are known by their names.
func isName(user string) bool {
	name, _, _ := strings.Cut(user, ":")
	windows := strings.EqualFold(name, "ContainerUser") || strings.EqualFold(name, "ContainerAdministrator") || strings.Contains(name, `\`)
	return !isNumber(name) && !windows
}
