package command

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var GoUnpinned = &checks.Check{
	Title:      "Go packages are installed without a version",
	Severity:   checks.Medium,
	Why:        "Whoever takes over the newest release of a package, or of its name, gets into the next build; and builds cannot be repeated.",
	Fix:        checks.Fix{Docker: `Write "go install PATH@VERSION".`},
	Aliases:    checks.Aliases{Hadolint: "DL3062"},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: goUnpinned},
}

// goUnpinned knows that go run takes one package: what follows are its arguments. Only
// go get looks for a version by itself: without one in their path, the others take the
// package from the module at hand.
func goUnpinned(p *checks.Pass, r *model.Resource) {
	rule := unpinned{&view.Go, goPinned}
	for _, c := range view.Commands(r) {
		names, _ := view.Go.Install(c)
		verb, _, _ := view.Go.Verb(c)
		if verb == "run" && len(names) > 1 {
			names = names[:1]
		}
		for _, name := range names {
			missing := rule.missing(name)
			if verb != "get" && name.Known() && !strings.Contains(name.Text, "@") {
				missing = model.No
			}
			p.Forbid(missing, name.Value, "%s is installed in whatever version there is", checks.Said(name.Value))
		}
	}
}
