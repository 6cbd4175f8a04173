package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var YarnCache = &checks.Check{
	Title:      "The cache of yarn stays in the image",
	Severity:   checks.Low,
	Why:        "What a later instruction deletes stays in the image, so that it is larger than it has to be.",
	Fix:        checks.Fix{Docker: `End the instruction with "yarn cache clean".`},
	Aliases:    checks.Aliases{Hadolint: "DL3060"},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule: uncleaned{
		manager: &view.Yarn, cleaned: cleansYarn, said: "nothing cleans up behind yarn",
		cache: []string{"/usr/local/share/.cache", "/root/.cache/yarn", "/root/.yarn", "/usr/local/share/.cache/yarn"},
	},
}
