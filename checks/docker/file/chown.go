package file

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var Chown = &checks.Check{
	Title:      "Files are given another owner",
	Severity:   checks.Low,
	Why:        "The owner can change the program that runs as the same user.",
	Fix:        checks.Fix{Docker: "Leave the files to root, readable for the user who runs them."},
	Aliases:    checks.Aliases{KICS: "aa93e17f-b6db-4162-9334-c70334e7ac28"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#copy---chown---chmod"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_copy docker_add", Do: chown},
}

func chown(p *checks.Pass, r *model.Resource) {
	owner := r.At("chown")
	p.Forbid(owner.IsSet(), owner, "the files go to %s", checks.Said(owner))
}
