package image

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var StageNameDuplicate = &checks.Check{
	Title:    "Two stages have the same name",
	Severity: checks.Medium,
	Why:      "Which of them is meant by the name depends on where it stands.",
	Fix:      checks.Fix{Docker: "Give each stage a name of its own."},
	Aliases: checks.Aliases{
		Checkov:  "CKV_DOCKER_11",
		KICS:     "f2daed12-c802-49cd-afed-fe41d0b82fed",
		Trivy:    "AVD-DS-0012",
		Hadolint: "DL3024",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#from"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_stage", Do: stageNameDuplicate},
}

func stageNameDuplicate(p *checks.Pass, r *model.Resource) {
	name := r.At("name")
	taken := false
	for _, s := range view.Stages(r.Scope) {
		if s.Resource == r {
			break
		}
		taken = taken || name.State == model.Known && strings.EqualFold(s.At("name").String(), name.String())
	}
	p.Forbid(model.Is(taken), name, "an earlier stage is called %s, too", name)
}
