package service

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var ImageRegistryUnknown = &checks.Check{
	Title:      "The image comes from a registry that is not trusted",
	Severity:   checks.Medium,
	Why:        "Whoever runs the registry decides what is in the image. Name those you trust with --trusted-registry; without it, they are the well-known ones.",
	Fix:        checks.Fix{Compose: "Take the image from a registry that your organisation trusts, or mirror it there."},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#image"},
	Opinion:    true,
	Setting:    "trusted-registry",
	Since:      "0.1",
	Rule:       checks.Func{On: "compose_service", Do: imageRegistryUnknown},
}

func imageRegistryUnknown(p *checks.Pass, r *model.Resource) {
	image, name, ok := view.Started(r)
	if !ok {
		return
	}
	trusted, kind := view.Trusted(r.Scope, name)
	p.Require(trusted, image, "%s is not from a %s registry", checks.Said(image), kind)
}
