package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var MicrodnfCache = &checks.Check{
	Title:    "The cache of microdnf stays in the image",
	Severity: checks.Low,
	Why:      "What a later instruction deletes stays in the image, so that it is larger than it has to be.",
	Fix:      checks.Fix{Docker: `End the instruction with "microdnf clean all".`},
	Aliases: checks.Aliases{
		Trivy:    "AVD-DS-0027",
		Hadolint: "DL3040",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule: uncleaned{
		manager: &view.Microdnf, cleaned: cleansMicrodnf, said: "nothing cleans up behind microdnf",
		cache: []string{"/var/cache/libdnf5", "/var/cache/dnf", "/var/cache/yum"},
	},
}
