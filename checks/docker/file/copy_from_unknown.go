package file

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var CopyFromUnknown = &checks.Check{
	Title:      "COPY --from names no earlier stage",
	Severity:   checks.Medium,
	Why:        "Docker takes the name for an image and fetches it, from wherever there is one of that name.",
	Fix:        checks.Fix{Docker: "Name an earlier stage, or an image with its tag."},
	Aliases:    checks.Aliases{Hadolint: "DL3022"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#copy---from"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_copy", Do: copyFromUnknown},
}

func copyFromUnknown(p *checks.Pass, r *model.Resource) {
	from := r.At("from")
	if from.State == model.Absent {
		return
	}
	known := from.Satisfies(func(name string) bool {
		return strings.ContainsAny(name, ":@/") || view.IsStage(r, name)
	})
	p.Require(known, from, "no earlier stage is called %s", checks.Said(from))
}
