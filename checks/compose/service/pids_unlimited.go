package service

import "github.com/lintel-iac/lintel/checks"

var PidsUnlimited = &checks.Check{
	Title:      "The number of processes of the container is not limited",
	Severity:   checks.Low,
	Why:        "One container can take all there is, and bring the others down.",
	Fix:        checks.Fix{Compose: `Set "pids_limit", or "deploy.resources.limits.pids".`},
	Aliases:    checks.Aliases{KICS: "221e0658-cb2a-44e3-b08a-db96a341d6fa"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#pids_limit"},
	Since:      "0.1",
	Rule:       limit{"pids_limit", "deploy.resources.limits.pids"},
}
