package scan

import (
	"github.com/lintel-iac/lintel/model"
)

// losses judges what a change takes away: checks of that kind look at what was
// before, and find in after what became of it.
func (s *selection) losses(before, after *model.Scope) *judgement {
	return &judgement{summary: newSummary()}
}

// add adds what else was found in a root.
func (j *judgement) add(other *judgement) {
	j.findings = append(j.findings, other.findings...)
	j.diags.Add(other.diags...)
	j.summary.add(other.summary)
}
