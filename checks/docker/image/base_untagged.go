package image

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var BaseUntagged = &checks.Check{
	Title:    "The base image has no tag",
	Severity: checks.Medium,
	Why:      "Without a tag it is whatever was pushed last as latest: each build may stand on another system.",
	Fix:      checks.Fix{Docker: "Give the image a tag, better still a digest."},
	Aliases: checks.Aliases{
		Checkov:  "CKV_DOCKER_7",
		KICS:     "9efb0b2d-89c9-41a3-91ca-dcc0aec911fd",
		Trivy:    "AVD-DS-0001",
		Hadolint: "DL3006",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#from"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_stage", Do: baseUntagged},
}

func baseUntagged(p *checks.Pass, r *model.Resource) {
	image, name, ok := base(r)
	if !ok {
		return
	}
	p.Forbid(view.ImageOf(name).Untagged(), image, "%s has no tag", checks.Said(image))
}

// base is the image from which a stage starts; ok is false where that is another stage
// or nothing at all.
func base(r *model.Resource) (image model.Value, name string, ok bool) {
	image = r.At("image")
	name = view.Pieced(image)
	return image, name, r.At("parent").State == model.Absent && name != "scratch" && name != ""
}
