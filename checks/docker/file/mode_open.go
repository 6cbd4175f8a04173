package file

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ModeOpen = &checks.Check{
	Title:      "Files are copied writable for everyone",
	Severity:   checks.Medium,
	Why:        "Any process in the container, under whatever user, can replace them.",
	Fix:        checks.Fix{Docker: `Write "--chmod=755" or less.`},
	References: []string{"https://docs.docker.com/reference/dockerfile/#copy---chown---chmod"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_copy docker_add", Do: modeOpen},
}

func modeOpen(p *checks.Pass, r *model.Resource) {
	mode := r.At("chmod")
	open := mode.Satisfies(func(s string) bool {
		last := s[max(0, len(s)-1):]
		return strings.Trim(s, "01234567") == "" && strings.ContainsAny(last, "2367")
	})
	p.Forbid(open, mode, "chmod is %s", checks.Said(mode))
}
