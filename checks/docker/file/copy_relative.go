package file

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var CopyRelative = &checks.Check{
	Title:      "COPY goes to a relative path, and no WORKDIR is set",
	Severity:   checks.Low,
	Why:        "Where it ends up, the base image decides.",
	Fix:        checks.Fix{Docker: "Set WORKDIR before it, or name an absolute path."},
	Aliases:    checks.Aliases{Hadolint: "DL3045"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#workdir"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_copy", Do: copyRelative},
}

func copyRelative(p *checks.Pass, r *model.Resource) {
	to := r.At("destination")
	for earlier := range view.Before(r) {
		if earlier.Type == "docker_workdir" {
			p.Forbid(model.No, to, "%s is relative", to)
			return
		}
	}
	p.Forbid(min(isRelative(to), model.Is(!fromNothing(r))), to, "%s is relative, and no WORKDIR is set", checks.Said(to))
}

// fromNothing tells whether no base image has a say in what an instruction sees.
func fromNothing(r *model.Resource) bool {
	return view.BaseOf(r).Data == "scratch"
}

// isRelative asks whether a path starts neither at the root nor at a drive.
func isRelative(path model.Value) model.Truth {
	text := strings.Trim(view.Pieced(path), `"'`)
	switch {
	case strings.HasPrefix(text, view.Hole):
		return model.Maybe
	case strings.HasPrefix(text, "/"), strings.HasPrefix(text, `\`), len(text) > 1 && text[1] == ':':
		return model.No
	}
	return model.Yes
}
