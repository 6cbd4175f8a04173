package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var ZypperUnpinned = &checks.Check{
	Title:    "Packages are installed by zypper without a version",
	Severity: checks.Low,
	Why:      "Each build may get other versions, so that an image that worked cannot be built again as it was.",
	Fix:      checks.Fix{Docker: `Write "zypper install NAME=VERSION".`},
	Aliases: checks.Aliases{
		KICS:     "562952e4-0348-4dea-9826-44f3a2c6117b",
		Hadolint: "DL3037",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       unpinned{&view.Zypper, zypperPinned},
}
