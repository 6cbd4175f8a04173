package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var NpmUnpinned = &checks.Check{
	Title:    "Node packages are installed without a version",
	Severity: checks.Medium,
	Why:      "Whoever takes over the newest release of a package, or of its name, gets into the next build; and builds cannot be repeated.",
	Fix:      checks.Fix{Docker: `Write "npm install NAME@VERSION", or install what package-lock.json says with "npm ci".`},
	Aliases: checks.Aliases{
		KICS:     "e36d8880-3f78-4546-b9a1-12f0745ca0d5",
		Hadolint: "DL3016",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       unpinned{&view.Npm, npmPinned},
}
