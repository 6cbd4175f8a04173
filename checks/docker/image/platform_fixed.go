package image

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PlatformFixed = &checks.Check{
	Title:    "The platform of a base image is fixed",
	Severity: checks.Low,
	Why:      "The image is for that platform, whatever the build asks for.",
	Fix:      checks.Fix{Docker: `Leave "--platform" to the build, or write "--platform=$BUILDPLATFORM" in stages that cross-compile.`},
	Aliases: checks.Aliases{
		KICS:     "b16e8501-ef3c-44e1-a543-a093238099c9",
		Hadolint: "DL3029",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#from"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_stage", Do: platformFixed},
}

func platformFixed(p *checks.Pass, r *model.Resource) {
	platform := r.At("platform")
	p.Forbid(model.Is(platform.State == model.Known), platform, "the platform is %s", checks.Said(platform))
}
