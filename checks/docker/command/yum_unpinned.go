package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var YumUnpinned = &checks.Check{
	Title:    "Packages are installed by yum without a version",
	Severity: checks.Low,
	Why:      "Each build may get other versions, so that an image that worked cannot be built again as it was.",
	Fix:      checks.Fix{Docker: `Write "yum install NAME-VERSION".`},
	Aliases: checks.Aliases{
		KICS:     "6452c424-1d92-4deb-bb18-a03e95d579c4",
		Hadolint: "DL3033",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       unpinned{&view.Yum, rpmPinned},
}
