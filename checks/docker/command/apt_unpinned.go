package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var AptUnpinned = &checks.Check{
	Title:    "Packages are installed by apt without a version",
	Severity: checks.Low,
	Why:      "Each build may get other versions, so that an image that worked cannot be built again as it was.",
	Fix:      checks.Fix{Docker: `Write "apt-get install NAME=VERSION", or give the base image a digest and a snapshot of the archive.`},
	Aliases: checks.Aliases{
		KICS:     "965a08d7-ef86-4f14-8792-4a3b2098937e",
		Hadolint: "DL3008",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       unpinned{&view.Apt, aptPinned},
}
