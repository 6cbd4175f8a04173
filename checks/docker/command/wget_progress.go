package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var WgetProgress = &checks.Check{
	Title:      "wget fills the log with its progress",
	Severity:   checks.Low,
	Why:        "A line for every fifty kilobytes hides what matters in the log of the build.",
	Fix:        checks.Fix{Docker: `Add "--progress=dot:giga" or "-nv".`},
	Aliases:    checks.Aliases{Hadolint: "DL3047"},
	References: []string{"https://docs.docker.com/reference/dockerfile/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: wgetProgress},
}

func wgetProgress(p *checks.Pass, r *model.Resource) {
	for _, c := range view.Commands(r) {
		if _, ok := address(c); ok && c.Is("wget") {
			quiet := c.Has("--progress", "-q", "--quiet", "-nv", "--no-verbose", "-o", "--output-file", "-a", "--append-output")
			p.Require(quiet, c.Value, "wget shows its progress line by line")
		}
	}
}
