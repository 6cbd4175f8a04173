package image

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var LabelEmpty = &checks.Check{
	Title:      "A label is empty",
	Severity:   checks.Low,
	Why:        "It takes the place of one that says something.",
	Fix:        checks.Fix{Docker: "Give the label a value, or leave it out."},
	Aliases:    checks.Aliases{Hadolint: "DL3051"},
	References: []string{"https://docs.docker.com/engine/manage-resources/labels/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_label", Do: labelEmpty},
}

func labelEmpty(p *checks.Pass, r *model.Resource) {
	for pair := range r.Each("pairs") {
		p.Forbid(pair.At("value").IsEmpty(), pair.At("value"), "%s is empty", pair.At("name"))
	}
}
