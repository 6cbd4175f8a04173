package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var ShellReplaced = &checks.Check{
	Title:    "The shell is replaced by a link",
	Severity: checks.Low,
	Why:      "Only what follows runs in it, and the distribution may set the link back.",
	Fix:      checks.Fix{Docker: `Write SHELL ["/bin/bash", "-c"].`},
	Aliases: checks.Aliases{
		KICS:     "8a301064-c291-4b20-adcb-403fe7fd95fd",
		Hadolint: "DL4005",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#shell"},
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: shellReplaced},
}

func shellReplaced(p *checks.Pass, r *model.Resource) {
	for _, c := range view.Commands(r) {
		link := c.Is("ln") && len(c.Args) > 0 && c.Args[len(c.Args)-1].Text == "/bin/sh"
		change := c.Is("mv", "cp") && len(c.Args) > 1 && c.Args[len(c.Args)-1].Text == "/bin/sh"
		p.Forbid(model.Is(link || change), c.Value, "/bin/sh is made a link")
		for _, tool := range [...]string{"chsh", "usermod"} {
			p.Forbid(model.Is(c.Is(tool) && c.Option("-s", "--shell").Text != ""), c.Value, "%s sets the shell of a user", tool)
		}
	}
}
