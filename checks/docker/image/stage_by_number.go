package image

import (
	"strconv"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var StageByNumber = &checks.Check{
	Title:      "A stage is referred to by its number",
	Severity:   checks.Low,
	Why:        "The number means another stage as soon as one is added before it.",
	Fix:        checks.Fix{Docker: `Name the stage with "AS" and refer to the name.`},
	Aliases:    checks.Aliases{KICS: "68a51e22-ae5a-4d48-8e87-b01a323605c9"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#copy"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_copy docker_run", Do: stageByNumber},
}

func stageByNumber(p *checks.Pass, r *model.Resource) {
	byNumber := func(from model.Value) {
		number := from.Satisfies(func(s string) bool {
			_, err := strconv.Atoi(s)
			return err == nil
		})
		p.Forbid(number, from, "stage %s has no name here", checks.Said(from))
	}
	if from := r.At("from"); from.State != model.Absent {
		byNumber(from)
	}
	for mount := range r.Each("mounts") {
		if from := mount.At("from"); from.State != model.Absent {
			byNumber(from)
		}
	}
}
