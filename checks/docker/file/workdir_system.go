package file

import (
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var WorkdirSystem = &checks.Check{
	Title:      "WORKDIR lies in a folder of the system",
	Severity:   checks.Medium,
	Why:        "What stands there belongs to the kernel and the start of the system: files vanish, or break it.",
	Fix:        checks.Fix{Docker: "Use a folder of its own, such as /app."},
	Aliases:    checks.Aliases{Trivy: "AVD-DS-0030"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#workdir"},
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "docker_workdir", Path: "path", Is: isOfSystem, Says: "%s belongs to the system"},
}

func isOfSystem(folder string) bool {
	first, _, _ := strings.Cut(strings.TrimPrefix(path.Clean(folder), "/"), "/")
	return strings.HasPrefix(folder, "/") && slices.Contains([]string{"boot", "dev", "proc", "sys", "initrd", "lost+found"}, first)
}
