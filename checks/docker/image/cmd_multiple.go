package image

import "github.com/lintel-iac/lintel/checks"

var CmdMultiple = &checks.Check{
	Title:    "Several CMD instructions stand in one stage",
	Severity: checks.Medium,
	Why:      "Only the last one counts: the others mislead whoever reads them.",
	Fix:      checks.Fix{Docker: "Keep the last one."},
	Aliases: checks.Aliases{
		KICS:     "41c195f4-fc31-4a5c-8a1b-90605538d49f",
		Trivy:    "AVD-DS-0016",
		Hadolint: "DL4003",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#cmd"},
	Since:      "0.1",
	Rule:       repeated("docker_cmd"),
}
