package image

import (
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var SshPortExposed = &checks.Check{
	Title:    "The port of SSH is exposed",
	Severity: checks.Medium,
	Why:      `A way into the container besides its service is one more to attack; "docker exec" needs none.`,
	Fix:      checks.Fix{Docker: "Leave port 22 out of EXPOSE, and the SSH server out of the image."},
	Aliases: checks.Aliases{
		Checkov: "CKV_DOCKER_1",
		KICS:    "5907595b-5b6d-4142-b173-dbb0e73fbff8",
		Trivy:   "AVD-DS-0004",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#expose"},
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "docker_expose", Each: "ports", Is: hasSSH, Says: "%s exposes port 22"},
}

// ports reads PORT[-PORT][/PROTOCOL].
func ports(text string) (from, to int, ok bool) {
	text, _, _ = strings.Cut(text, "/")
	first, last, isRange := strings.Cut(text, "-")
	from, err := strconv.Atoi(first)
	if !isRange {
		return from, from, err == nil
	}
	to, toErr := strconv.Atoi(last)
	return from, to, err == nil && toErr == nil
}

func hasSSH(text string) bool {
	from, to, ok := ports(text)
	return ok && from <= 22 && 22 <= to && !strings.HasSuffix(strings.ToLower(text), "/udp")
}
