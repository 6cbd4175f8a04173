package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var ZypperDistUpgrade = &checks.Check{
	Title:      "zypper dist-upgrade is run",
	Severity:   checks.Medium,
	Why:        "It changes the release of the distribution: what is in the image is then no longer what the base image promises.",
	Fix:        checks.Fix{Docker: "Take a newer base image instead."},
	Aliases:    checks.Aliases{Hadolint: "DL3035"},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       verb{&view.Zypper, "dist-upgrade dup"},
}
