package file

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var CopyFilesystem = &checks.Check{
	Title:      "The whole file system of another stage is copied",
	Severity:   checks.Medium,
	Why:        "All that the other stage needed to build, caches and secrets included, is in the image.",
	Fix:        checks.Fix{Docker: `Copy what is needed; to build on all of it, write "FROM" and the stage.`},
	Aliases:    checks.Aliases{Hadolint: "DL3067"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#copy---from"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_copy", Do: copyFilesystem},
}

// copyFilesystem lets a stage be that has nothing of its own: to copy all into the
// empty image is how layers are joined.
func copyFilesystem(p *checks.Pass, r *model.Resource) {
	from, own := r.At("from"), view.StageOf(r)
	empty := own != nil && own.At("image").Data == "scratch"
	for source := range r.Each("sources") {
		all := min(from.IsSet(), source.Is("/"), r.At("destination").Is("/"), model.Is(!empty))
		p.Forbid(all, source, "all of %s is copied", checks.Said(from))
	}
}
