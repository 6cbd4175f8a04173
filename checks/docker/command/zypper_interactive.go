package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var ZypperInteractive = &checks.Check{
	Title:    "zypper asks for confirmation",
	Severity: checks.Medium,
	Why:      "The build waits for an answer that nobody gives, and fails.",
	Fix:      checks.Fix{Docker: `Add "--non-interactive", or "-y" behind the verb.`},
	Aliases: checks.Aliases{
		KICS:     "45e1fca5-f90e-465d-825f-c2cb63fa3944",
		Hadolint: "DL3034",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule: unflagged{
		manager: &view.Zypper, flags: []string{"-y", "-n", "--non-interactive", "--no-confirm"}, said: "-y",
		verbs: "install in remove rm patch source-install si update up dist-upgrade dup",
	},
}
