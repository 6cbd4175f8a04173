package image

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var BaseUntagged = &checks.Check{
	Title:    "The base image has no tag",
	Severity: checks.Medium,
	Why:      "Without a tag it is whatever was pushed last as latest: each build may stand on another system.",
	Fix:      checks.Fix{Docker: "Give the image a tag, better still a digest."},
	Aliases: checks.Aliases{
		Checkov:  "CKV_DOCKER_7",
		KICS:     "9efb0b2d-89c9-41a3-91ca-dcc0aec911fd",
		Trivy:    "AVD-DS-0001",
		Hadolint: "DL3006",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#from"},
	Since:      "0.1",
	Rule:       checks.ForbidImage{Type: "docker_stage", Is: view.Image.Untagged, Says: "%s has no tag"},
}
