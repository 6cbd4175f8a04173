package file

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var CopyConsecutive = &checks.Check{
	Title:      "Several COPY or ADD go to one place",
	Severity:   checks.Low,
	Why:        "Each makes a layer of its own; joined, they make one.",
	Fix:        checks.Fix{Docker: "Name all sources in one instruction."},
	Aliases:    checks.Aliases{KICS: "0008c003-79aa-42d8-95b8-1c2fe37dbfe6"},
	References: []string{"https://docs.docker.com/build/building/best-practices/"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_copy docker_add", Do: copyConsecutive},
}

// copyConsecutive compares with the instruction right before, flags included.
func copyConsecutive(p *checks.Pass, r *model.Resource) {
	if !view.Shipped(r) {
		return
	}
	to := r.At("destination")
	for earlier := range view.Before(r) {
		same := earlier.Type == r.Type && earlier.At("stage_index").Data == r.At("stage_index").Data
		for _, attribute := range [...]string{"destination", "from", "chown", "chmod", "link", "checksum"} {
			same = same && model.Same(earlier.Body.At(attribute), r.Body.At(attribute))
		}
		p.Forbid(model.Is(same), to, "the instruction before goes to %s, too", checks.Said(to))
		return
	}
	p.Forbid(model.No, to, "%s is the first", to)
}
