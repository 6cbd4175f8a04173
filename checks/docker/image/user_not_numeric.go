package image

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
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

// userNotNumeric leaves Windows be, whose users have no numbers.
func userNotNumeric(p *checks.Pass, r *model.Resource) {
	windows := view.ImageOf(view.Pieced(view.BaseOf(r))).Windows()
	user := r.At("user")
	p.Forbid(min(user.Satisfies(isName), model.Is(!windows)), user, "%s is a name", checks.Said(user))
}

// isName reads USER[:GROUP].
func isName(user string) bool {
	name, _, _ := strings.Cut(user, ":")
	return !isNumber(name)
}
