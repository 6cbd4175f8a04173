package image

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var OnbuildForbidden = &checks.Check{
	Title:      "ONBUILD triggers what it cannot",
	Severity:   checks.Medium,
	Why:        "The build fails.",
	Fix:        checks.Fix{Docker: "Leave FROM, MAINTAINER and ONBUILD out of ONBUILD."},
	Aliases:    checks.Aliases{Hadolint: "DL3043"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#onbuild"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_onbuild docker_run docker_copy", Do: onbuildForbidden},
}

func onbuildForbidden(p *checks.Pass, r *model.Resource) {
	triggers := r.At("triggers")
	p.Forbid(triggers.IsSet(), triggers, "ONBUILD triggers %s", triggers)
}
