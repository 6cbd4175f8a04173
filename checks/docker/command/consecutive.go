package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var Consecutive = &checks.Check{
	Title:    "RUN instructions follow each other",
	Severity: checks.Low,
	Why:      "Each makes a layer of its own; joined, they make one.",
	Fix:      checks.Fix{Docker: `Join them with "&&", or in one heredoc.`},
	Aliases: checks.Aliases{
		KICS:     "0008c003-79aa-42d8-95b8-1c2fe37dbfe6",
		Hadolint: "DL3059",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: consecutive},
}

// consecutive lets instructions with different flags be, and those that run a chain:
// their author has joined what belongs together.
func consecutive(p *checks.Pass, r *model.Resource) {
	if !view.Shipped(r) {
		return
	}
	for earlier := range view.Before(r) {
		same := earlier.Type == on && earlier.At("stage_index").Data == r.At("stage_index").Data
		short := same && len(view.Commands(earlier)) < 2 && len(view.Commands(r)) < 2
		joinable := model.Same(earlier.At("mounts"), r.At("mounts"))
		p.Forbid(model.Is(short && joinable), r.Body, "this RUN follows another")
		return
	}
	p.Forbid(model.No, r.Body, "this RUN follows another")
}
