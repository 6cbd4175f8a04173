package service

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var NewPrivileges = &checks.Check{
	Title:      "Processes in the container may gain privileges",
	Severity:   checks.Medium,
	Why:        "A program with the setuid bit makes whoever got into the container root.",
	Fix:        checks.Fix{Compose: `Write "security_opt: [no-new-privileges:true]".`},
	Aliases:    checks.Aliases{KICS: "27fcc7d6-c49b-46e0-98f1-6c082a6a2750"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#security_opt"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "compose_service", Do: newPrivileges},
}

func newPrivileges(p *checks.Pass, r *model.Resource) {
	options := r.At("security_opt")
	set := options.Contains("no-new-privileges", "no-new-privileges:true", "no-new-privileges=true")
	p.Require(set, options, "security_opt lacks no-new-privileges")
}
