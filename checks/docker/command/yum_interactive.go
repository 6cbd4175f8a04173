package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var YumInteractive = &checks.Check{
	Title:    "yum install asks for confirmation",
	Severity: checks.Medium,
	Why:      "The build waits for an answer that nobody gives, and fails.",
	Fix:      checks.Fix{Docker: `Add "-y".`},
	Aliases: checks.Aliases{
		KICS:     "6e19193a-8753-436d-8a09-76dcff91bb03",
		Hadolint: "DL3030",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       unflagged{&view.Yum, "install groupinstall localinstall reinstall", []string{"-y", "--assumeyes"}, "-y"},
}
