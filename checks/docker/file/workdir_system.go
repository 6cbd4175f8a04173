package file

import (
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var WorkdirSystem = &checks.Check{
	Title:      "WORKDIR lies in a folder of the system",
	Severity:   checks.Medium,
	Why:        "What stands there belongs to the kernel and the start of the system: files vanish, or break it.",
	Fix:        checks.Fix{Docker: "Use a folder of its own, such as /app."},
	Aliases:    checks.Aliases{Trivy: "AVD-DS-0030"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#workdir"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_workdir", Do: workdirSystem},
}

func workdirSystem(p *checks.Pass, r *model.Resource) {
	at := r.At("path")
	system := at.Satisfies(func(s string) bool {
		first, _, _ := strings.Cut(strings.TrimPrefix(path.Clean(s), "/"), "/")
		return strings.HasPrefix(s, "/") && slices.Contains([]string{"boot", "dev", "proc", "sys", "initrd", "lost+found"}, first)
	})
	p.Forbid(system, at, "%s belongs to the system", checks.Said(at))
}
