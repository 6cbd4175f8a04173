package service

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var UserRoot = &checks.Check{
	Title:      "The container runs as root",
	Severity:   checks.High,
	Why:        "Whoever breaks out of the program is root in the container, and nearly so on the host.",
	Fix:        checks.Fix{Compose: `Set "user" to a user without rights.`},
	References: []string{"https://docs.docker.com/reference/compose-file/services/#user"},
	Since:      "0.1",
	Rule:       checks.Func{On: "compose_service", Do: userRoot},
}

// userRoot takes the user of the image where the service says none and the Dockerfile
// that it is built from is known.
func userRoot(p *checks.Pass, r *model.Resource) {
	user := view.Containers(r)[0].User
	if user.State == model.Absent {
		return
	}
	p.Forbid(user.Satisfies(func(s string) bool {
		name, _, _ := strings.Cut(s, ":")
		return name == "root" || name == "0"
	}), user, "the user is %s", checks.Said(user))
}
