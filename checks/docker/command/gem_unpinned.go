package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var GemUnpinned = &checks.Check{
	Title:    "Ruby gems are installed without a version",
	Severity: checks.Medium,
	Why:      "Whoever takes over the newest release of a package, or of its name, gets into the next build; and builds cannot be repeated.",
	Fix:      checks.Fix{Docker: `Write "gem install NAME:VERSION", or "gem install NAME --version VERSION".`},
	Aliases: checks.Aliases{
		KICS:     "22cd11f7-9c6c-4f6e-84c0-02058120b341",
		Hadolint: "DL3028",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: gemUnpinned},
}

// gemUnpinned lets one option give the version of all gems of a command.
func gemUnpinned(p *checks.Pass, r *model.Resource) {
	rule := unpinned{&view.Gem, gemPinned}
	for _, c := range view.Commands(r) {
		names, ok := view.Gem.Install(c)
		if !ok {
			continue
		}
		for _, name := range names {
			fault := min(rule.missing(name), model.Not(c.Has("-v", "--version")))
			p.Forbid(fault, name.Value, "%s is installed in whatever version there is", checks.Said(name.Value))
		}
	}
}
