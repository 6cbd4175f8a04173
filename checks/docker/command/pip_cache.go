package command

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var PipCache = &checks.Check{
	Title:    "pip install keeps its cache",
	Severity: checks.Low,
	Why:      "What a later instruction deletes stays in the image, so that it is larger than it has to be.",
	Fix:      checks.Fix{Docker: `Add "--no-cache-dir", or set "ENV PIP_NO_CACHE_DIR=1".`},
	Aliases: checks.Aliases{
		KICS:     "f2f903fb-b977-461e-98d7-b3e2185c6118",
		Hadolint: "DL3042",
	},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: on, Do: pipCache},
}

// pipCache knows that pip takes PIP_NO_CACHE_DIR for set whether it says yes or no, so
// as to stay with what it did of old.
func pipCache(p *checks.Pass, r *model.Resource) {
	if !view.Shipped(r) {
		return
	}
	elsewhere := model.Is(mounted(r, "/root/.cache/pip"))
	for _, c := range view.Commands(r) {
		if _, ok := view.Pip.Install(c); !ok {
			continue
		}
		off := c.Variable(r, "PIP_NO_CACHE_DIR").IsFold("1", "on", "yes", "true", "y", "t", "0", "off", "no", "false", "n", "f")
		p.Require(max(off, elsewhere, c.Has("--no-cache-dir")), c.Value, "pip install keeps its cache")
	}
}
