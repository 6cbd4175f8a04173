package image

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var BaseLatest = &checks.Check{
	Title:    "The base image is whatever is the latest",
	Severity: checks.Medium,
	Why:      "Each build may stand on another system, and nobody can tell which one an old build stood on.",
	Fix:      checks.Fix{Docker: "Give the image the tag of a version, better still a digest."},
	Aliases: checks.Aliases{
		Checkov:  "CKV_DOCKER_7",
		KICS:     "f45ea400-6bbe-4501-9fc7-1c3d75c32067",
		Trivy:    "AVD-DS-0001",
		Hadolint: "DL3007",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#from"},
	Since:      "0.1",
	Rule:       checks.ForbidImage{Type: "docker_stage", Is: view.Image.Latest, Says: "%s is whatever is the latest"},
}
