package service

import "github.com/lintel-iac/lintel/checks"

var CgroupParent = &checks.Check{
	Title:      "The container runs in a control group of its author",
	Severity:   checks.Medium,
	Why:        "The limits that the host sets for containers may not hold there.",
	Fix:        checks.Fix{Compose: `Leave "cgroup_parent" out.`},
	Aliases:    checks.Aliases{KICS: "4d9f44c6-2f4a-4317-9bb5-267adbea0232"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#cgroup_parent"},
	Since:      "0.1",
	Rule:       checks.ForbidSet{Type: "compose_service", Path: "cgroup_parent"},
}
