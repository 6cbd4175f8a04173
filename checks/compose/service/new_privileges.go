package service

import "github.com/lintel-iac/lintel/checks"

var NewPrivileges = &checks.Check{
	Title:      "Processes in the container may gain privileges",
	Severity:   checks.Medium,
	Why:        "A program with the setuid bit makes whoever got into the container root.",
	Fix:        checks.Fix{Compose: `Write "security_opt: [no-new-privileges:true]".`},
	Aliases:    checks.Aliases{KICS: "27fcc7d6-c49b-46e0-98f1-6c082a6a2750"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#security_opt"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireElement{
		Type: "compose_service", Path: "security_opt",
		Of: []string{"no-new-privileges:true", "no-new-privileges=true", "no-new-privileges"},
	},
}
