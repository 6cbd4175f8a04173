package command

import "github.com/lintel-iac/lintel/checks"

var Chpasswd = &checks.Check{
	Title:      "A password is set while the image is built",
	Severity:   checks.High,
	Why:        "The password stands in the history of the image, for whoever can pull it.",
	Fix:        checks.Fix{Docker: "Leave passwords locked, or set them when the container starts, from a secret."},
	Aliases:    checks.Aliases{Checkov: "CKV2_DOCKER_17"},
	References: []string{"https://docs.docker.com/reference/dockerfile/"},
	Since:      "0.1",
	Rule:       commands{"chpasswd"},
}
