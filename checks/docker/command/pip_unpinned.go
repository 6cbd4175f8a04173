package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var PipUnpinned = &checks.Check{
	Title:    "Python packages are installed without a version",
	Severity: checks.Medium,
	Why:      "Whoever takes over the newest release of a package, or of its name, gets into the next build; and builds cannot be repeated.",
	Fix:      checks.Fix{Docker: `Write "pip install NAME==VERSION", or install from a requirements file with hashes.`},
	Aliases: checks.Aliases{
		KICS:     "02d9c71f-3ee8-4986-9c27-1a20d0d19bfc",
		Hadolint: "DL3013",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: pipUnpinned},
}

// pipUnpinned leaves the versions to a file of constraints, where there is one.
func pipUnpinned(p *checks.Pass, r *model.Resource) {
	rule := unpinned{&view.Pip, pipPinned}
	for _, c := range view.Commands(r) {
		names, ok := view.Pip.Install(c)
		if !ok {
			continue
		}
		constrained := c.Option("-c", "--constraint").Text != ""
		for _, name := range names {
			fault := min(rule.missing(name), model.Is(!constrained))
			p.Forbid(fault, name.Value, "%s is installed in whatever version there is", checks.Said(name.Value))
		}
	}
}
