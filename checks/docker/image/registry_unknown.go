package image

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var RegistryUnknown = &checks.Check{
	Title:      "The base image comes from a little-known registry",
	Severity:   checks.Low,
	Why:        "Whoever runs the registry decides what is in the image.",
	Fix:        checks.Fix{Docker: "Take the image from a registry that your organisation trusts, or mirror it there."},
	Aliases:    checks.Aliases{Hadolint: "DL3026"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#from"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_stage", Do: registryUnknown},
}

// registries are those that vendors and large communities run. Below the last ones
// each customer has a name of their own.
var registries = []string{
	"docker.io", "index.docker.io", "registry-1.docker.io", "docker.elastic.co", "gcr.io", "ghcr.io", "mcr.microsoft.com", "nvcr.io",
	"public.ecr.aws", "quay.io", "registry.access.redhat.com", "registry.redhat.io", "registry.fedoraproject.org", "registry.gitlab.com",
	"registry.k8s.io", "registry.opensuse.org", "registry.suse.com", "cgr.dev", "dhi.io", "container-registry.oracle.com",
	".amazonaws.com", ".azurecr.io", ".gcr.io", ".pkg.dev", ".jfrog.io", ".gitlab.com",
}

func registryUnknown(p *checks.Pass, r *model.Resource) {
	image, name, ok := base(r)
	if !ok {
		return
	}
	registry := view.ImageOf(name).Registry
	known := slices.ContainsFunc(registries, func(one string) bool {
		return registry == one || one[0] == '.' && strings.HasSuffix(registry, one)
	})
	unknown := model.Is(!known)
	if strings.Contains(registry, view.Hole) || strings.HasPrefix(name, view.Hole) {
		unknown = model.Maybe
	}
	p.Forbid(unknown, image, "%s is not among the well-known registries", strings.ReplaceAll(registry, view.Hole, "…"))
}
