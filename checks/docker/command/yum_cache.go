package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var YumCache = &checks.Check{
	Title:    "The cache of yum stays in the image",
	Severity: checks.Low,
	Why:      "What a later instruction deletes stays in the image, so that it is larger than it has to be.",
	Fix:      checks.Fix{Docker: `End the instruction with "yum clean all".`},
	Aliases: checks.Aliases{
		KICS:     "00481784-25aa-4a55-8633-3136dfcf4f37",
		Trivy:    "AVD-DS-0015",
		Hadolint: "DL3032",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule: uncleaned{
		manager: &view.Yum, cleaned: cleansYum, said: "nothing cleans up behind yum",
		cache: []string{"/var/cache/yum", "/var/cache/dnf"},
	},
}
