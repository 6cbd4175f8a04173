package image

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var UserMissing = &checks.Check{
	Title:    "No user is set, and most base images leave root",
	Severity: checks.High,
	Why:      "Whoever breaks out of the program is root in the container, and nearly so on the host.",
	Fix:      checks.Fix{Docker: `End the last stage with "USER" and a user of its own.`},
	Aliases: checks.Aliases{
		Checkov: "CKV_DOCKER_3",
		KICS:    "fd54f200-402c-4333-a5a4-36ef6709af2f",
		Trivy:   "AVD-DS-0002",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#user"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_image", Do: userMissing},
}

// userMissing knows base images by the words with which their makers say that they
// do not run as root.
func userMissing(p *checks.Pass, r *model.Resource) {
	base := r.At("base")
	if base.State == model.Absent {
		return
	}
	missing := model.Is(r.At("user").State == model.Absent)
	for _, word := range [...]string{"nonroot", "non-root", "rootless", "unprivileged"} {
		if strings.Contains(view.Pieced(base), word) {
			missing = model.No
		}
	}
	if base.State == model.Unknown {
		missing = min(missing, model.Maybe)
	}
	p.Forbid(missing, r.Body, "no USER is set on %s", checks.Said(base))
}
