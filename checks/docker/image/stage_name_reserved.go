package image

import "github.com/lintel-iac/lintel/checks"

var StageNameReserved = &checks.Check{
	Title:      "A stage has a reserved name",
	Severity:   checks.Medium,
	Why:        "The name stands for the empty image or for the context of the build, not for the stage.",
	Fix:        checks.Fix{Docker: "Give the stage another name."},
	Aliases:    checks.Aliases{Hadolint: "DL3063"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#from"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "docker_stage", Path: "name", Of: []string{"scratch", "context"}},
}
