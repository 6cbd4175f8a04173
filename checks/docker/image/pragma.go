package image

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var Pragma = &checks.Check{
	Title:      "A comment silences hadolint",
	Severity:   checks.Low,
	Why:        "What it hides, nobody looks at again.",
	Fix:        checks.Fix{Docker: "Mend the fault, or give the reason in the configuration."},
	Aliases:    checks.Aliases{Hadolint: "DL1001"},
	References: []string{"https://docs.docker.com/reference/dockerfile/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_image", Do: pragma},
}

func pragma(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "no comment silences hadolint")
	for comment := range r.Each("ignores") {
		p.Forbid(model.Yes, comment, "a comment says %s", comment)
	}
}
