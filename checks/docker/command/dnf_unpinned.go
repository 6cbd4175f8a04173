package command

import "github.com/lintel-iac/lintel/checks"

var DnfUnpinned = &checks.Check{
	Title:    "Packages are installed by dnf without a version",
	Severity: checks.Low,
	Why:      "Each build may get other versions, so that an image that worked cannot be built again as it was.",
	Fix:      checks.Fix{Docker: `Write "dnf install NAME-VERSION".`},
	Aliases: checks.Aliases{
		KICS:     "93d88cf7-f078-46a8-8ddc-178e03aeacf1",
		Hadolint: "DL3041",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       unpinned{&rpmManagers, rpmPinned},
}
