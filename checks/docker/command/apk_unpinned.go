package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var ApkUnpinned = &checks.Check{
	Title:    "Packages are installed by apk without a version",
	Severity: checks.Low,
	Why:      "Each build may get other versions, so that an image that worked cannot be built again as it was.",
	Fix:      checks.Fix{Docker: `Write "apk add NAME=VERSION" or "NAME~VERSION".`},
	Aliases: checks.Aliases{
		KICS:     "d3499f6d-1651-41bb-a9a7-de925fea487b",
		Hadolint: "DL3018",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       unpinned{&view.Apk, apkPinned},
}
