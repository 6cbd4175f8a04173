package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var AptDistUpgrade = &checks.Check{
	Title:      "apt-get dist-upgrade is run",
	Severity:   checks.Medium,
	Why:        "It may remove packages and change the release of the distribution: what is in the image is then no longer what the base image promises.",
	Fix:        checks.Fix{Docker: "Take a newer base image instead."},
	Aliases:    checks.Aliases{Trivy: "AVD-DS-0024"},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       verb{&view.Apt, "dist-upgrade full-upgrade"},
}
