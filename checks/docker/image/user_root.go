package image

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var UserRoot = &checks.Check{
	Title:    "The container runs as root",
	Severity: checks.High,
	Why:      "Whoever breaks out of the program is root in the container, and nearly so on the host.",
	Fix:      checks.Fix{Docker: `End the last stage with "USER" and a user of its own.`},
	Aliases: checks.Aliases{
		Checkov:  "CKV_DOCKER_8",
		KICS:     "67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae",
		Trivy:    "AVD-DS-0002",
		Hadolint: "DL3002",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#user"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_image", Do: userRoot},
}

func userRoot(p *checks.Pass, r *model.Resource) {
	user := r.At("user")
	if user.State != model.Absent {
		p.Forbid(isRoot(user), user, "the last user is %s", checks.Said(user))
	}
}

// isRoot asks whether a user is the administrator, by name or number.
func isRoot(user model.Value) model.Truth {
	name, _, _ := strings.Cut(view.Pieced(user), ":")
	switch {
	case strings.Contains(name, view.Hole):
		return model.Maybe
	case strings.EqualFold(name, "ContainerAdministrator"), strings.EqualFold(name, "Administrator"):
		return model.Yes
	}
	return model.Is(name == "root" || name != "" && strings.Trim(name, "0") == "")
}
