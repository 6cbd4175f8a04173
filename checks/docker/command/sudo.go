package command

import "github.com/lintel-iac/lintel/checks"

var Sudo = &checks.Check{
	Title:    "sudo is used while the image is built",
	Severity: checks.Medium,
	Why:      "It asks for a terminal and forwards signals in ways of its own, and a user with sudo in the image is root.",
	Fix:      checks.Fix{Docker: "Run the instruction as root, and switch with USER behind it; to drop privileges in a script, use gosu."},
	Aliases: checks.Aliases{
		Checkov:  "CKV2_DOCKER_1",
		KICS:     "8ada6e80-0ade-439e-b176-0b28f6bce35a",
		Trivy:    "AVD-DS-0010",
		Hadolint: "DL3004",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       commands{"sudo"},
}
