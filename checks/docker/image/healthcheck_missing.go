package image

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var HealthcheckMissing = &checks.Check{
	Title:    "No health check is set",
	Severity: checks.Low,
	Why:      "Docker takes the container for healthy as long as its process lives.",
	Fix:      checks.Fix{Docker: `Add "HEALTHCHECK CMD …", or "HEALTHCHECK NONE" where the platform has its own.`},
	Aliases: checks.Aliases{
		Checkov:  "CKV_DOCKER_2",
		KICS:     "b03a748a-542d-44f4-bb86-9199ab4fd2d5",
		Trivy:    "AVD-DS-0026",
		Hadolint: "DL3057",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#healthcheck"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_image", Do: healthcheckMissing},
}

func healthcheckMissing(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.Is(r.At("healthcheck").State == model.Absent), r.Body, "no HEALTHCHECK is set")
}
