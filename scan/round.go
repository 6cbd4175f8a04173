package scan

import (
	"context"
	"slices"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// judge finds the roots and has the checks judge each, and also as they were, where
// that is asked for or the input tells.
func (s *session) judge(ctx context.Context, selected *selection, o *Options) *Report {
	now := s.round(ctx, s.inEnvironments(s.survey()), selected, o)
	before := now.told()
	if s.past != nil {
		before.add(s.earlier(ctx, now, selected, o))
	}
	r := s.report(now, before, selected, o)
	r.Checks = selected.entries
	r.Stage = stage(now)
	return r
}

// round is what the checks say of the roots at one time.
type round struct {
	roots  []root
	judged []*judgement   // nil for a root that could not be read
	scopes []*model.Scope // where they are still wanted
	diags  []diag.List    // by root
	losses []*judgement   // what was taken away, by roots of before
	sides  *Sides         // nil where what is deployed is held against no code
}

func (s *session) round(ctx context.Context, roots []root, selected *selection, o *Options) *round {
	n := &round{roots: roots, judged: make([]*judgement, len(roots)), scopes: make([]*model.Scope, len(roots))}
	if s.past != nil {
		for i := range roots {
			roots[i].seen = newTrace(s.files)
		}
	}
	against := s.compare(ctx, selected)
	n.diags = s.each(ctx, roots, func(i int, sc *model.Scope) {
		n.judged[i] = selected.verdicts(sc, &roots[i], o)
		against.see(s.made, sc)
		if s.past != nil {
			sc.Tracer = nil // which holds on to all that was parsed; what is found has been traced
			n.scopes[i] = sc
		}
	})
	if against != nil {
		n.sides = &Sides{}
		against.deployed(s.made, n.judged, n.sides)
		s.diags.Add(against.breaks(n.sides)...)
	}
	return n
}

// verdicts judges one root, and also as it was where it tells.
func (s *selection) verdicts(sc *model.Scope, r *root, o *Options) *judgement {
	sc.Configure(o.Settings)
	j := s.judge(sc, r.only, o.Passed)
	j.format = sc.Format
	if sc.Before != nil {
		j.before = &j.findings
	}
	if sc.Before != nil && sc.Before != sc {
		sc.Before.Configure(o.Settings)
		was := s.judge(sc.Before, r.only, false)
		j.before = &was.findings
		j.diags.Add(was.diags...)
		j.add(s.losses(sc.Before, sc, r.only))
	}
	r.environment.in(j.findings)
	return j
}

// stage is Report.Stage.
func stage(now *round) string {
	var formats []model.Format
	for _, j := range now.judged {
		if j != nil {
			formats = append(formats, j.format)
		}
	}
	formats = slices.Compact(slices.Sorted(slices.Values(formats)))
	switch {
	case slices.Equal(formats, []model.Format{model.TerraformPlan}):
		return "plan"
	case slices.Equal(formats, []model.Format{model.TerraformState}):
		return "state"
	case slices.Equal(formats, []model.Format{model.Live}):
		return "live"
	}
	return "source"
}

// report gathers what was found in all roots.
func (s *session) report(now *round, before *earlier, selected *selection, o *Options) *Report {
	s.diags.Add(slices.Concat(now.diags...)...)
	s.tellIdle(selected, o.Unread)
	r := &Report{Diagnostics: s.diags, Summary: newSummary(), Base: s.base, Line: s.files.line}
	met := map[string]bool{}
	for _, j := range slices.Concat(now.judged, now.losses) {
		if j == nil { // the root could not be read, as a diagnostic says
			continue
		}
		for rule := range j.judged {
			met[rule.ID] = true
		}
		r.Findings = append(r.Findings, j.findings...)
		r.Diagnostics.Add(j.diags...)
		r.Summary.add(j.summary)
	}
	r.Summary.Sides = now.sides
	r.Findings = s.known(r.Findings)
	s.changes(r, now, before)
	s.triage(r, now.roots, selected, o)
	s.own(r, o)
	r.evidence(o.Frameworks, met)
	r.Summary.Skipped = s.skipped
	r.Summary.Files = s.files.count()
	r.Summary.Roots = len(now.judged)
	r.Summary.bySeverity(r.Findings)
	r.tellUnseen(s.unseen)
	r.Summary.byChange(r.Findings)
	r.Summary.require(o.RequireCoverage, &r.Diagnostics)
	r.Diagnostics.Sort()
	return r
}

// known sorts findings and gives each its fingerprint.
func (s *session) known(findings []Finding) []Finding {
	slices.SortStableFunc(findings, order)
	findings = joinEnvironments(findings)
	spread(findings)
	fingerprints(findings, s.identity)
	return findings
}
