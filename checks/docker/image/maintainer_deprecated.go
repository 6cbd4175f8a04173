package image

import "github.com/lintel-iac/lintel/checks"

var MaintainerDeprecated = &checks.Check{
	Title:    "MAINTAINER is deprecated",
	Severity: checks.Low,
	Why:      "BuildKit warns of it, and tools that read labels do not find it.",
	Fix:      checks.Fix{Docker: `Write LABEL org.opencontainers.image.authors="…".`},
	Aliases: checks.Aliases{
		Checkov:  "CKV_DOCKER_6",
		KICS:     "99614418-f82b-4852-a9ae-5051402b741c",
		Trivy:    "AVD-DS-0022",
		Hadolint: "DL4000",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#maintainer-deprecated"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidType{Type: "docker_maintainer", Instead: "docker_label", Says: "MAINTAINER is used"},
}
