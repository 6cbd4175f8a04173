package image

import "github.com/lintel-iac/lintel/checks"

var EntrypointMultiple = &checks.Check{
	Title:    "Several ENTRYPOINT instructions stand in one stage",
	Severity: checks.Medium,
	Why:      "Only the last one counts: the others mislead whoever reads them.",
	Fix:      checks.Fix{Docker: "Keep the last one."},
	Aliases: checks.Aliases{
		KICS:     "6938958b-3f1a-451c-909b-baeee14bdc97",
		Trivy:    "AVD-DS-0007",
		Hadolint: "DL4004",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#entrypoint"},
	Since:      "0.1",
	Rule:       repeated("docker_entrypoint"),
}
