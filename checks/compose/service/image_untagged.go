package service

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var ImageUntagged = &checks.Check{
	Title:      "The image has no tag",
	Severity:   checks.Medium,
	Why:        "It is whatever was pushed last: each start may bring another program.",
	Fix:        checks.Fix{Compose: "Give the image the tag of a version, better still a digest."},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#image"},
	Since:      "0.1",
	Rule:       checks.Func{On: "compose_service", Do: imageUntagged},
}

func imageUntagged(p *checks.Pass, r *model.Resource) {
	image, name, ok := pulled(r)
	if !ok {
		return
	}
	p.Forbid(view.ImageOf(name).Untagged(), image, "%s has no tag", checks.Said(image))
}

// pulled is the image that a service is started from; ok is false where it is built
// here and the name is only what it is called.
func pulled(r *model.Resource) (image model.Value, name string, ok bool) {
	image = r.At("image")
	return image, view.Pieced(image), image.State != model.Absent && r.At("build").State == model.Absent
}
