package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var AptInteractive = &checks.Check{
	Title:    "apt-get install asks for confirmation",
	Severity: checks.Medium,
	Why:      "The build waits for an answer that nobody gives, and fails.",
	Fix:      checks.Fix{Docker: `Add "-y".`},
	Aliases: checks.Aliases{
		KICS:     "77783205-c4ca-4f80-bb80-c777f267c547",
		Trivy:    "AVD-DS-0021",
		Hadolint: "DL3014",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: aptInteractive},
}

func aptInteractive(p *checks.Pass, r *model.Resource) {
	for _, c := range view.Commands(r) {
		if verb, _, ok := view.Apt.Verb(c); !ok || verb != "install" {
			continue
		}
		yes := c.Has("-y", "--yes", "--assume-yes", "-qq", "--force-yes", "-q=2", "--quiet=2")
		p.Require(max(yes, model.Is(quieted(c) > 1)), c.Value, "%s install lacks -y", c.Name.Text)
	}
}

// quieted counts the flags that make apt quiet: two of them mean yes to all it asks.
func quieted(c view.Command) int {
	n := 0
	for _, arg := range c.Args {
		if arg.Text == "-q" || arg.Text == "--quiet" {
			n++
		}
	}
	return n
}
