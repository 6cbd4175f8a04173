package command

import "github.com/lintel-iac/lintel/checks"

var Cd = &checks.Check{
	Title:    "cd is used instead of WORKDIR",
	Severity: checks.Low,
	Why:      "It holds to the end of the instruction only, which readers overlook.",
	Fix:      checks.Fix{Docker: `Write "WORKDIR /path" before the instruction.`},
	Aliases: checks.Aliases{
		KICS:     "f4a6bcd3-e231-4acf-993c-aa027be50d2e",
		Trivy:    "AVD-DS-0013",
		Hadolint: "DL3003",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#workdir"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       commands{"cd"},
}
