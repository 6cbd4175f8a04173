package command

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var PipeFailureIgnored = &checks.Check{
	Title:    "A failure in front of a pipe is ignored",
	Severity: checks.Low,
	Why:      "The instruction succeeds if the last command of the pipe does, so that a failed download goes unnoticed.",
	Fix:      checks.Fix{Docker: `Write SHELL ["/bin/bash", "-o", "pipefail", "-c"] before it, or begin with "set -o pipefail".`},
	Aliases: checks.Aliases{
		KICS:     "efbf148a-67e9-42d2-ac47-02fa1c0d0b22",
		Hadolint: "DL4006",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#shell"},
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: pipeFailureIgnored},
}

func pipeFailureIgnored(p *checks.Pass, r *model.Resource) {
	kept := slices.ContainsFunc(words(r.At("shell")), isPipefail)
	for _, c := range view.Commands(r) {
		if c.Is("set") && slices.ContainsFunc(c.Args, func(arg view.Word) bool { return isPipefail(arg.Text) }) {
			kept = true
		}
		if len(c.Input) == 0 || len(c.Via) > 0 {
			continue
		}
		p.Forbid(model.Is(!kept), c.Value, "a failure of %s in front of the pipe is ignored", c.Input[len(c.Input)-1])
	}
}

func isPipefail(word string) bool { return word == "pipefail" }

func words(v model.Value) []string {
	var all []string
	for e := range v.Elements() {
		all = append(all, view.Pieced(e))
	}
	return all
}
