package command

import "github.com/lintel-iac/lintel/checks"

var PointlessCommand = &checks.Check{
	Title:    "A command is run that makes no sense in a build",
	Severity: checks.Low,
	Why:      "What it does to processes, mounts or the screen is gone when the instruction ends.",
	Fix:      checks.Fix{Docker: "Leave it out, or move it to what runs in the container."},
	Aliases: checks.Aliases{
		KICS:     "9b6b0f38-92a2-41f9-b881-3a1083d99f1b",
		Hadolint: "DL3001",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       commands{"free", "ifconfig", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim", "systemctl", "reboot", "nano"},
}
