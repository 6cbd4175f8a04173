package scan

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
)

// Evidence is what a run has to say about the controls of a framework.
type Evidence struct {
	checks.Framework
	Results []ControlResult // one for each control, in its order
}

// Of returns the ids of the controls with a status.
func (e *Evidence) Of(status ControlStatus) []string {
	var ids []string
	for i, result := range e.Results {
		if result.Status == status {
			ids = append(ids, e.Controls[i].ID)
		}
	}
	return ids
}

// ControlResult is the evidence for one control.
type ControlResult struct {
	Status ControlStatus
	// Findings against it, or that may be: those of its checks that did not pass.
	Findings []*Finding
}

// ControlStatus is the gravest of what the checks of a control say.
type ControlStatus string

const (
	ControlFailed    ControlStatus = "fail"
	ControlUndecided ControlStatus = "unknown"
	ControlAccepted  ControlStatus = "accepted" // each finding against it is suppressed
	ControlPassed    ControlStatus = "pass"
	// ControlUntouched means that nothing was there that its checks judge,
	// ControlUnchecked that no check is evidence for it.
	ControlUntouched ControlStatus = "untouched"
	ControlUnchecked ControlStatus = "unchecked"
)

// evidence sorts the findings by the controls of the frameworks asked for.
func (r *Report) evidence(frameworks []checks.Framework, judged map[string]bool) {
	byCheck := map[string][]*Finding{}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Verdict != checks.Passed {
			byCheck[f.Check.ID] = append(byCheck[f.Check.ID], f)
		}
	}
	for _, framework := range frameworks {
		e := Evidence{Framework: framework}
		for _, control := range framework.Controls {
			e.Results = append(e.Results, resultOf(control, byCheck, judged))
		}
		r.Evidence = append(r.Evidence, e)
	}
}

func resultOf(control checks.Control, byCheck map[string][]*Finding, judged map[string]bool) ControlResult {
	var result ControlResult
	for _, id := range control.Checks {
		result.Findings = append(result.Findings, byCheck[id]...)
	}
	holds := func(does func(*Finding) bool) bool { return slices.ContainsFunc(result.Findings, does) }
	switch {
	case len(control.Checks) == 0:
		result.Status = ControlUnchecked
	case holds(func(f *Finding) bool { return f.Suppressed == nil && f.Verdict == checks.Fail }):
		result.Status = ControlFailed
	case holds(func(f *Finding) bool { return f.Suppressed == nil }):
		result.Status = ControlUndecided
	case len(result.Findings) > 0:
		result.Status = ControlAccepted
	case slices.ContainsFunc(control.Checks, func(id string) bool { return judged[id] }):
		result.Status = ControlPassed
	default:
		result.Status = ControlUntouched
	}
	return result
}

// evidential tells whether a check is evidence for a control of the frameworks
// asked for.
func (o *Options) evidential(e *checks.Entry) bool {
	for _, framework := range o.Frameworks {
		for _, control := range framework.Controls {
			if slices.Contains(control.Checks, e.ID) {
				return true
			}
		}
	}
	return false
}
