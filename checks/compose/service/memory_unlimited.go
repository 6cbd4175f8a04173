package service

import "github.com/lintel-iac/lintel/checks"

var MemoryUnlimited = &checks.Check{
	Title:      "The memory of the container is not limited",
	Severity:   checks.Low,
	Why:        "One container can take all there is, and bring the others down.",
	Fix:        checks.Fix{Compose: `Set "mem_limit", or "deploy.resources.limits.memory".`},
	Aliases:    checks.Aliases{KICS: "bb9ac4f7-e13b-423d-a010-c74a1bfbe492"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#mem_limit"},
	Since:      "0.1",
	Rule:       limit{"mem_limit", "deploy.resources.limits.memory"},
}
