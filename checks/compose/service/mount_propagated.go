package service

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var MountPropagated = &checks.Check{
	Title:      "Mounts made in the container reach the host",
	Severity:   checks.High,
	Why:        "What is mounted in one place appears in the others: the container changes what the host and its neighbours see.",
	Fix:        checks.Fix{Compose: `Leave the propagation at its default, "rprivate".`},
	Aliases:    checks.Aliases{KICS: "baa452f0-1f21-4a25-ace5-844e7a5f410d"},
	References: []string{"https://docs.docker.com/reference/compose-file/services/"},
	Since:      "0.1",
	Rule:       checks.Func{On: "compose_service", Do: mountPropagated},
}

func mountPropagated(p *checks.Pass, r *model.Resource) {
	for volume := range r.Each("volumes") {
		how := volume.At("bind.propagation")
		p.Forbid(how.IsFold("shared", "rshared", "slave", "rslave"), how, "bind.propagation is %s", checks.Said(how))
	}
}
