package command

import "github.com/lintel-iac/lintel/checks"

var AptUsed = &checks.Check{
	Title:    "apt is used where apt-get is meant",
	Severity: checks.Low,
	Why:      "apt is made for people: its options and output change from version to version.",
	Fix:      checks.Fix{Docker: "Use apt-get or apt-cache."},
	Aliases: checks.Aliases{
		Checkov:  "CKV_DOCKER_9",
		KICS:     "b84a0b47-2e99-4c9f-8933-98bcabe2b94d",
		Hadolint: "DL3027",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       commands{"apt"},
}
