package image

import "github.com/lintel-iac/lintel/checks"

var HealthcheckMultiple = &checks.Check{
	Title:    "Several HEALTHCHECK instructions stand in one stage",
	Severity: checks.Medium,
	Why:      "Only the last one counts: the others mislead whoever reads them.",
	Fix:      checks.Fix{Docker: "Keep the last one."},
	Aliases: checks.Aliases{
		Trivy:    "AVD-DS-0023",
		Hadolint: "DL3012",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#healthcheck"},
	Since:      "0.1",
	Rule:       repeated("docker_healthcheck"),
}
