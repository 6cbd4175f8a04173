package file

import (
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var CopyFromSelf = &checks.Check{
	Title:    "COPY --from names the stage in which it stands",
	Severity: checks.High,
	Why:      "A stage cannot copy from itself: the build fails.",
	Fix:      checks.Fix{Docker: "Name an earlier stage."},
	Aliases: checks.Aliases{
		KICS:     "cdddb86f-95f6-4fc4-b5a1-483d9afceb2b",
		Trivy:    "AVD-DS-0006",
		Hadolint: "DL3023",
	},
	References: []string{"https://docs.docker.com/reference/dockerfile/#copy---from"},
	Since:      "0.1",
	Rule:       checks.Func{On: "docker_copy", Do: copyFromSelf},
}

func copyFromSelf(p *checks.Pass, r *model.Resource) {
	from, own := r.At("from"), view.StageOf(r)
	if from.State == model.Absent || own == nil {
		return
	}
	self := from.Satisfies(func(name string) bool {
		return strings.EqualFold(own.At("name").String(), name) || strconv.Itoa(own.Index) == name
	})
	p.Forbid(self, from, "%s is the stage itself", checks.Said(from))
}
