package service

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var ApparmorOff = &checks.Check{
	Title:      "The container runs without an AppArmor profile",
	Severity:   checks.High,
	Why:        "The kernel offers the container calls that Docker bars for good reasons.",
	Fix:        checks.Fix{Compose: "Leave the option out, or name a profile."},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#security_opt"},
	Since:      "0.1",
	Rule:       checks.Func{On: "compose_service", Do: apparmorOff},
}

func apparmorOff(p *checks.Pass, r *model.Resource) {
	for option := range r.Each("security_opt") {
		p.Forbid(option.IsFold("apparmor:unconfined", "apparmor=unconfined", "label:disable", "label=disable"), option, "security_opt is %s", checks.Said(option))
	}
}
