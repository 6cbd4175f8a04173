package image

import "github.com/lintel-iac/lintel/checks"

var CommandShellForm = &checks.Check{
	Title:    "CMD or ENTRYPOINT is run by a shell",
	Severity: checks.Low,
	Why:      "The shell is process 1 and hands no signal on: the container is killed instead of being stopped.",
	Fix:      checks.Fix{Docker: `Write it as a JSON list: CMD ["program", "argument"].`},
	Aliases: checks.Aliases{
		KICS:     "b86987e1-6397-4619-81d5-8807f2387c79",
		Hadolint: "DL3025",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#shell-and-exec-form"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "docker_cmd docker_entrypoint", Path: "form", Of: []string{"shell"}},
}
