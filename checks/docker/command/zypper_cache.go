package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var ZypperCache = &checks.Check{
	Title:    "The cache of zypper stays in the image",
	Severity: checks.Low,
	Why:      "What a later instruction deletes stays in the image, so that it is larger than it has to be.",
	Fix:      checks.Fix{Docker: `End the instruction with "zypper clean".`},
	Aliases: checks.Aliases{
		KICS:     "38300d1a-feb2-4a48-936a-d1ef1cd24313",
		Trivy:    "AVD-DS-0020",
		Hadolint: "DL3036",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule: uncleaned{
		manager: &view.Zypper, cleaned: cleansZypper, said: "nothing cleans up behind zypper",
		cache: []string{"/var/cache/zypp"},
	},
}
