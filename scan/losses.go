package scan

import (
	"slices"

	"github.com/lintel-iac/lintel/model"
)

// losses judges what a change takes away: checks of that kind look at what was
// before, and find in after what has become of it.
func (s *selection) losses(before, after *model.Scope, only map[string]bool) *judgement {
	j := &judgement{summary: newSummary()}
	m := merger{scope: before, at: map[sameness]int{}}
	before.After = after
	for _, r := range before.Resources {
		for _, rule := range s.lost {
			if !slices.Contains(rule.types, typed(r)) && !slices.Contains(rule.types, "*") {
				continue
			}
			found, judged, fault := ask(rule, r)
			if fault != nil {
				j.diags.Add(*fault)
			}
			j.take(&m, r, found, judged, only)
		}
	}
	j.findings = m.findings
	return j
}

// add adds what else was found in a root.
func (j *judgement) add(other *judgement) {
	j.findings = append(j.findings, other.findings...)
	j.diags.Add(other.diags...)
	j.summary.add(other.summary)
}
