package service

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var ImageUntagged = &checks.Check{
	Title:      "The image has no tag",
	Severity:   checks.Medium,
	Why:        "It is whatever was pushed last: each start may bring another program.",
	Fix:        checks.Fix{Compose: "Give the image the tag of a version, better still a digest."},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#image"},
	Since:      "0.1",
	Rule:       checks.ForbidImage{Type: "compose_service", Is: view.Image.Untagged, Says: "%s has no tag"},
}
