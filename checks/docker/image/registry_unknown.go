package image

import (
	"strings"

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
	Rule:       checks.Func{On: "docker_stage docker_copy", Do: registryUnknown},
}

func registryUnknown(p *checks.Pass, r *model.Resource) {
	image, name, ok := fetched(r)
	if !ok {
		return
	}
	trusted, kind := view.Trusted(r.Scope, name)
	registry := strings.ReplaceAll(view.ImageOf(name).Registry, view.Hole, "…")
	p.Require(trusted, image, "%s is from %s, which is not among the %s registries", checks.Said(image), registry, kind)
}

// fetched is the image that an instruction has Docker fetch: the base of a stage, or
// what COPY takes files from where that is no stage.
func fetched(r *model.Resource) (image model.Value, name string, ok bool) {
	if r.Type == "docker_stage" {
		return base(r)
	}
	image = r.At("from")
	name = view.Pieced(image)
	return image, name, name != "" && !view.IsStage(r, name)
}
