package file

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var WorkdirRelative = &checks.Check{
	Title:    "WORKDIR is a relative path",
	Severity: checks.Low,
	Why:      "Where it leads depends on the one before it, which may be that of the base image.",
	Fix:      checks.Fix{Docker: `Write the whole path, from "/".`},
	Aliases: checks.Aliases{
		Checkov:  "CKV_DOCKER_10",
		KICS:     "6b376af8-cfe8-49ab-a08d-f32de23661a4",
		Trivy:    "AVD-DS-0009",
		Hadolint: "DL3000",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#workdir"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_workdir", Do: workdirRelative},
}

func workdirRelative(p *checks.Pass, r *model.Resource) {
	path := r.At("path")
	p.Forbid(isRelative(path), path, "%s is relative", checks.Said(path))
}
