package service

import "github.com/lintel-iac/lintel/checks"

var CpuUnlimited = &checks.Check{
	Title:      "The processor time of the container is not limited",
	Severity:   checks.Low,
	Why:        "One container can take all there is, and bring the others down.",
	Fix:        checks.Fix{Compose: `Set "cpus", or "deploy.resources.limits.cpus".`},
	Aliases:    checks.Aliases{KICS: "6b610c50-99fb-4ef0-a5f3-e312fd945bc3"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#cpus"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       limit{"cpus", "cpu_quota", "cpu_shares", "deploy.resources.limits.cpus"},
}
