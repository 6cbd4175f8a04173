package scan

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// losses judges what a change takes away: checks of that kind look at what was
// before, and find in after what has become of it.
func (s *selection) losses(before, after *model.Scope, only map[string]bool) *judgement {
	j := &judgement{summary: newSummary()}
	m := merger{scope: after, at: map[sameness]int{}}
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
			for i := range found {
				named(&found[i], after)
			}
			j.take(&m, r, found, judged, only)
		}
	}
	j.findings = m.findings
	return j
}

// named gives a finding the parties of today, where they are still there.
func named(f *checks.Finding, after *model.Scope) {
	now := func(r *model.Resource) *model.Resource {
		if r != nil {
			if is := after.Become(r); is != nil {
				return is
			}
		}
		return r
	}
	f.Resource, f.Companion = now(f.Resource), now(f.Companion)
	if f.Companion == f.Resource {
		f.Companion = nil
	}
}

// add adds what else was found in a root.
func (j *judgement) add(other *judgement) {
	j.findings = append(j.findings, other.findings...)
	j.diags.Add(other.diags...)
	j.summary.add(other.summary)
}
