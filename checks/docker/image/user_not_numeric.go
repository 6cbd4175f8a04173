package image

import (
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var UserNotNumeric = &checks.Check{
	Title:      "The user is a name, not a number",
	Severity:   checks.Low,
	Why:        "Kubernetes can tell only of a number that it is not root: runAsNonRoot refuses to start a name.",
	Fix:        checks.Fix{Docker: `Write the number: "USER 10001".`},
	Aliases:    checks.Aliases{Hadolint: "DL3066"},
	References: []string{"https://docs.docker.com/reference/dockerfile/#user"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_user", Do: userNotNumeric},
}

func userNotNumeric(p *checks.Pass, r *model.Resource) {
	user := r.At("user")
	p.Forbid(user.Satisfies(func(s string) bool {
		name, _, _ := strings.Cut(s, ":")
		_, err := strconv.Atoi(name)
		return err != nil
	}), user, "%s is a name", checks.Said(user))
}
