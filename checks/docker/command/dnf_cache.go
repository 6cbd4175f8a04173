package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var DnfCache = &checks.Check{
	Title:    "The cache of dnf stays in the image",
	Severity: checks.Low,
	Why:      "What a later instruction deletes stays in the image, so that it is larger than it has to be.",
	Fix:      checks.Fix{Docker: `End the instruction with "dnf clean all".`},
	Aliases: checks.Aliases{
		KICS:     "295acb63-9246-4b21-b441-7c1f1fb62dc0",
		Trivy:    "AVD-DS-0019",
		Hadolint: "DL3040",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule: uncleaned{
		manager: &view.Dnf, cleaned: cleansYum, said: "nothing cleans up behind dnf",
		cache: []string{"/var/cache/dnf", "/var/cache/libdnf5"},
	},
}
