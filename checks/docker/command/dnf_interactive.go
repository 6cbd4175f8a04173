package command

import "github.com/lintel-iac/lintel/checks"

var DnfInteractive = &checks.Check{
	Title:    "dnf install asks for confirmation",
	Severity: checks.Medium,
	Why:      "The build waits for an answer that nobody gives, and fails.",
	Fix:      checks.Fix{Docker: `Add "-y".`},
	Aliases: checks.Aliases{
		KICS:     "7ebd323c-31b7-4e5b-b26f-de5e9e477af8",
		Hadolint: "DL3038",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       unflagged{&rpmManagers, "install groupinstall localinstall reinstall", []string{"-y", "--assumeyes"}, "-y"},
}
