package scan

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// losses judges what a change takes away: checks of that kind look at what was
// before, and find in after what has become of it.
func (s *selection) losses(before, after *model.Scope, only *focus) *judgement {
	j := &judgement{summary: newSummary(), judged: map[*rule]bool{}}
	m := newMerger(&model.Scope{Root: after.Root}) // which has one outcome
	m.next()
	m.scope = after
	where := newPlaces(after.Root)
	before.After = after
	for _, r := range before.Resources {
		for _, rule := range s.lost {
			if !slices.Contains(rule.types, typed(r)) && !slices.Contains(rule.types, "*") {
				continue
			}
			check := where.run(rule, r.Location.File)
			if check == nil {
				continue
			}
			found, judged, fault := ask(check, r)
			if fault != nil {
				j.diags.Add(*fault)
			}
			for i := range found {
				rename(&found[i], after)
			}
			if judged {
				j.judged[rule] = true
			}
			m.take(check, r, found, judged, only)
		}
	}
	j.conclude(m)
	return j
}

// rename gives a finding the parties of today, where they are still there.
func rename(f *checks.Finding, after *model.Scope) {
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
