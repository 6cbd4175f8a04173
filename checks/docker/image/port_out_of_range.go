package image

import "github.com/lintel-iac/lintel/checks"

var PortOutOfRange = &checks.Check{
	Title:    "A port that cannot be is exposed",
	Severity: checks.Medium,
	Why:      "The build fails, or whoever reads the file looks for a port that is not there.",
	Fix:      checks.Fix{Docker: "Expose a port from 0 to 65535."},
	Aliases: checks.Aliases{
		KICS:     "71bf8cf8-f0a1-42fa-b9d2-d10525e0a38e",
		Trivy:    "AVD-DS-0008",
		Hadolint: "DL3011",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#expose"},
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "docker_expose", Each: "ports", Is: isNoPort, Says: "there is no port %s"},
}

func isNoPort(text string) bool {
	from, to, ok := ports(text)
	return ok && (from > 65535 || to > 65535)
}
