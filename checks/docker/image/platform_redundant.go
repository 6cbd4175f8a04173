package image

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PlatformRedundant = &checks.Check{
	Title:      "The platform asked for is the default",
	Severity:   checks.Low,
	Why:        "It says nothing, but readers stop at it.",
	Fix:        checks.Fix{Docker: `Leave "--platform=$TARGETPLATFORM" out.`},
	Aliases:    checks.Aliases{Hadolint: "DL3065"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_stage", Do: platformRedundant},
}

func platformRedundant(p *checks.Pass, r *model.Resource) {
	written := r.At("platform_written")
	p.Forbid(written.Is("$TARGETPLATFORM", "${TARGETPLATFORM}"), written, "--platform=%s is the default", written)
}
