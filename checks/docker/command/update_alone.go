package command

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var UpdateAlone = &checks.Check{
	Title:    "Package lists are fetched in an instruction of their own",
	Severity: checks.Medium,
	Why:      "The builder keeps the result: later builds install from lists that may be months old, without the fixes since.",
	Fix:      checks.Fix{Docker: `Fetch the lists in the instruction that installs: "RUN apt-get update && apt-get install …".`},
	Aliases: checks.Aliases{
		Checkov: "CKV_DOCKER_5",
		KICS:    "9bae49be-0aa3-4de5-bab2-4c3a069e40cd",
		Trivy:   "AVD-DS-0017",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: updateAlone},
}

// updates are the verbs by which each manager fetches its lists, or with yum brings all
// packages up to date: either grows old when the builder keeps it.
var updates = []struct {
	manager *view.Manager
	verbs   []string
}{
	{&view.Apt, []string{"update"}}, {&view.Apk, []string{"update"}}, {&view.Zypper, []string{"refresh", "ref"}},
	{&view.Yum, []string{"update", "makecache", "check-update"}}, {&view.Dnf, []string{"update", "makecache", "check-update"}},
}

func updateAlone(p *checks.Pass, r *model.Resource) {
	commands := view.Commands(r)
	for _, u := range updates {
		for i, c := range commands {
			verb, operands, ok := u.manager.Verb(c)
			if ok && slices.Contains(u.verbs, verb) && len(operands) == 0 {
				p.Forbid(model.Is(!used(u.manager, commands[i+1:])), c.Value, "%s %s stands alone", c.Name.Text, verb)
			}
		}
	}
}

// needing are the other verbs for which lists are fetched.
var needing = []string{"upgrade", "dist-upgrade", "full-upgrade", "build-dep", "download", "source", "patch", "dup", "search", "show"}

// used tells whether one of the commands needs the lists.
func used(m *view.Manager, rest []view.Command) bool {
	return slices.ContainsFunc(rest, func(c view.Command) bool {
		verb, _, ok := m.Verb(c)
		return ok && (slices.Contains(strings.Fields(m.Installs), verb) || slices.Contains(needing, verb))
	})
}
