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
	// judged are the ids of the checks that had something to judge.
	judged map[string]bool
}

// judge runs the selected checks on a scope.
func (s *selection) judge(scope *model.Scope, only *focus, passed bool) *judgement {
	j := &judgement{summary: newSummary(), judged: map[string]bool{}}
	m := merger{scope: scope, at: map[sameness]int{}}
	for _, r := range scope.Resources {
		for rule := range s.of(r) {
			found, judged, fault := ask(rule, r)
			if fault != nil {
				j.diags.Add(*fault)
			}
			if judged && len(found) == 0 && passed {
				found = []checks.Finding{pass(rule.Entry, r)}
			}
			if judged {
				j.judged[rule.ID] = true
			}
			j.take(&m, r, found, judged, only)
		}
		if r.Mode == model.Managed && only.holds(r) {
			j.summary.cover(s, r)
		}
	}
	j.findings = m.findings
	return j
}

// ask has one check judge one resource. A check that panics loses this verdict
// and no other.
func ask(rule *rule, r *model.Resource) (found []checks.Finding, judged bool, fault *diag.Diagnostic) {
	defer func() {
		if p := recover(); p != nil {
			found, judged = nil, false
			fault = &diag.Diagnostic{
				Severity: diag.Error,
				Summary:  fmt.Sprintf("check %s gave up on %s: %s", rule.ID, cmp.Or(r.Block, r.Address), panicked(p)),
				Detail:   "This is a fault of Lintel. Please report it; --skip " + rule.ID + " leaves the check out.",
				Range:    r.Location,
			}
		}
	}()
	found, judged = checks.Judge(rule.Entry, r)
	return found, judged, nil
}

func pass(check *checks.Entry, r *model.Resource) checks.Finding {
	at := r.Body
	at.Origin.Range = r.Location
	return checks.Finding{Check: check, Verdict: checks.Passed, Resource: r, At: at, Message: "no fault found"}
}

// take counts a verdict and keeps its findings, if they were asked for.
func (j *judgement) take(m *merger, r *model.Resource, found []checks.Finding, judged bool, only *focus) {
	kept, verdict := 0, checks.Passed
	var b *ballot // of the findings, where there are any
	if len(found) > 0 {
		b = &ballot{}
	}
	for _, f := range found {
		place := placeOf(f)
		if !only.touches(f, place, m.trace) {
			continue
		}
		kept++
		if f.Verdict == checks.Fail || f.Verdict == checks.Unknown && verdict == checks.Passed {
			verdict = f.Verdict
		}
		m.add(f, place, b)
	}
	if b != nil {
		b.verdict = verdict
	}
	switch {
	case kept == 0 && (len(found) > 0 || !judged || !only.holds(r)):
	case verdict == checks.Fail:
		j.summary.Failed++
	case verdict == checks.Unknown:
		j.summary.Unknown++
	default:
		j.summary.Passed++
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
