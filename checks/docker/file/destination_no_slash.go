package file

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var DestinationNoSlash = &checks.Check{
	Title:    "Several files are copied to what is no folder",
	Severity: checks.Medium,
	Why:      "The build fails.",
	Fix:      checks.Fix{Docker: `End the destination with "/".`},
	Aliases: checks.Aliases{
		KICS:     "6db6e0c2-32a3-4a2e-93b5-72c35f4119db",
		Trivy:    "AVD-DS-0011",
		Hadolint: "DL3021",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#copy"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_copy docker_add", Do: destinationNoSlash},
}

func destinationNoSlash(p *checks.Pass, r *model.Resource) {
	to := r.At("destination")
	sources, _ := r.Body.At("sources").Data.([]model.Value)
	text := view.Pieced(to)
	folder := model.Is(text == "." || text == ".." || strings.HasSuffix(text, "/") || strings.HasSuffix(text, "/.") || strings.HasSuffix(text, `\`))
	if strings.HasSuffix(text, view.Hole) {
		folder = model.Maybe
	}
	p.Forbid(min(model.Is(len(sources) > 1), model.Not(folder)), to, "%d files are copied to %s", len(sources), checks.Said(to))
}
