package image

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var RegistryUnknown = &checks.Check{
	Title:      "An image comes from a registry that is not trusted",
	Severity:   checks.Medium,
	Why:        "Whoever runs the registry decides what is in the image. Name those you trust with --trusted-registry; without it, they are the well-known ones.",
	Fix:        checks.Fix{Docker: "Take the image from a registry that your organisation trusts, or mirror it there."},
	Aliases:    checks.Aliases{Hadolint: "DL3026"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#from"},
	Opinion:    true,
	Setting:    "trusted-registry",
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_stage docker_copy docker_run", Do: registryUnknown},
}

func registryUnknown(p *checks.Pass, r *model.Resource) {
	if r.Type == "docker_stage" {
		if image, name, ok := view.Started(r); ok {
			requireTrusted(p, image, name)
		}
		return
	}
	for _, path := range [...]string{"from", "mounts.from"} {
		for image := range r.Each(path) {
			if name := view.Pieced(image); name != "" && !view.IsStage(r, name) {
				requireTrusted(p, image, name)
			}
		}
	}
}

func requireTrusted(p *checks.Pass, image model.Value, name string) {
	trusted, kind := view.Trusted(p.Scope, name)
	p.Require(trusted, image, "%s is not from a %s registry", checks.Said(image), kind)
}
