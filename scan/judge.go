package scan

import (
	"cmp"
	"fmt"
	"runtime"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// judgement is what the checks say of one scope.
type judgement struct {
	findings []Finding
	summary  Summary // what is counted by resource, and verdicts
	diags    diag.List
	// judged are the rules whose checks had something to judge.
	judged map[*rule]bool
	format model.Format
	// before is what was found before the change that the root itself describes, nil
	// where it describes none.
	before *[]Finding
}

// judge runs the selected checks on a scope, or on each of its outcomes.
func (s *selection) judge(scope *model.Scope, only *focus, passed bool) *judgement {
	j := &judgement{summary: newSummary(), judged: map[*rule]bool{}}
	m := newMerger(scope)
	where := newPlaces(scope.Root)
	for m.next() {
		if crowded(m.scope) {
			j.together(s, m, where, only, passed)
			continue
		}
		for _, r := range m.scope.Resources {
			for rule := range s.of(r) {
				check := where.run(rule, r.Location.File)
				if check == nil {
					continue
				}
				found, judged, fault := ask(check, r)
				j.take(m, rule, check, r, found, judged, fault, only, passed)
			}
		}
	}
	for _, r := range scope.Resources {
		if r.Mode == model.Managed && !r.Unseen() && only.holds(r) {
			j.summary.cover(s, r)
		}
	}
	j.conclude(m)
	return j
}

// take takes over what a check says of a resource.
func (j *judgement) take(m *merger, rule *rule, check *checks.Entry, r *model.Resource, found []checks.Finding, judged bool, fault *diag.Diagnostic, only *focus, passed bool) {
	if fault != nil {
		j.diags.Add(*fault)
	}
	if judged && len(found) == 0 && passed {
		found = []checks.Finding{pass(check, r)}
	}
	if judged {
		j.judged[rule] = true
	}
	m.take(check, r, found, judged, only)
}

// conclude takes over what was joined.
func (j *judgement) conclude(m *merger) {
	j.summary.Passed += m.passed
	for _, b := range m.ballots {
		j.summary.count(b.verdict)
	}
	j.findings = m.finish()
}

// ask has one check judge one resource. A check that panics loses this verdict
// and no other.
func ask(check *checks.Entry, r *model.Resource) (found []checks.Finding, judged bool, fault *diag.Diagnostic) {
	defer func() {
		if p := recover(); p != nil {
			found, judged = nil, false
			fault = &diag.Diagnostic{
				Severity: diag.Error,
				Summary:  fmt.Sprintf("check %s gave up on %s: %s", check.ID, cmp.Or(r.Block, r.Address), panicked(p)),
				Detail:   "This is a fault of Lintel. Please report it; --skip " + check.ID + " leaves the check out.",
				Range:    r.Location,
			}
		}
	}()
	found, judged, err := checks.Judge(check, r)
	if err != nil {
		fault = &diag.Diagnostic{
			Severity: diag.Error,
			Summary:  fmt.Sprintf("%s gave up on %s: %v", check.ID, cmp.Or(r.Block, r.Address), err),
			Detail:   "What it would have found is not known. --skip " + check.ID + " leaves it out.",
			Range:    r.Location,
		}
	}
	return found, judged, fault
}

func pass(check *checks.Entry, r *model.Resource) checks.Finding {
	at := r.Body
	at.Origin.Range = r.Location
	return checks.Finding{Check: check, Verdict: checks.Passed, Resource: r, At: at, Message: "no fault found"}
}

// take counts a verdict and keeps its findings, if they were asked for.
func (m *merger) take(check *checks.Entry, r *model.Resource, found []checks.Finding, judged bool, only *focus) {
	if len(found) == 0 && len(m.whole.Outcomes) == 0 { // most of them: it needs no ballot
		if judged && only.holds(r) {
			m.passed++
		}
		return
	}
	kept := make([]checks.Finding, 0, len(found))
	for _, f := range found {
		if only.touches(f, placeOf(f), m.trace) {
			kept = append(kept, f)
		}
	}
	if len(kept) == 0 && (len(found) > 0 || !judged || !only.holds(r)) {
		return
	}
	b := m.ballot(check, r)
	for _, f := range kept {
		if f.Verdict == checks.Fail || f.Verdict == checks.Unknown && b.verdict == checks.Passed {
			b.verdict = f.Verdict
		}
		m.add(f, placeOf(f), b)
	}
}

// placeOf is where a finding points: what has no place of its own is missing
// from its resource.
func placeOf(f checks.Finding) model.Range {
	place := f.At.Origin.Range
	if place.File == "" && f.Companion != nil {
		place = f.Companion.Location
	}
	if place.File == "" {
		place = f.Resource.Location
	}
	return place
}

// panicked says what a panic was about, and where in Lintel. Its text is
// only shown where the Go runtime wrote it: any other may quote what was scanned.
func panicked(p any) string {
	what := "panic"
	if err, ok := p.(runtime.Error); ok {
		what = err.Error()
	}
	var callers [64]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(2, callers[:])])
	for thrown := false; ; {
		frame, more := frames.Next()
		if frame.Function == "runtime.gopanic" {
			thrown = true
		} else if thrown && !strings.HasPrefix(frame.Function, "runtime.") {
			return fmt.Sprintf("%s in %s, line %d", what, frame.Function, frame.Line)
		}
		if !more {
			return what
		}
	}
}
