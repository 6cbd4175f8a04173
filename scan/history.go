package scan

import (
	"time"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/scan/history"
)

// Seen is the report as a history keeps it: each fingerprint that fails.
func (r *Report) Seen(today time.Time) history.Seen {
	if today.IsZero() {
		today = time.Now()
	}
	ran := map[string]bool{}
	for _, e := range r.Checks {
		ran[e.ID] = true
	}
	seen := history.Seen{Date: today, Complete: !r.Diagnostics.HasErrors(), Ran: func(check string) bool { return ran[check] }}
	met := map[string]bool{}
	for _, f := range r.Findings {
		if f.Verdict != checks.Fail {
			continue
		}
		for _, v := range f.votes {
			if met[v.print] {
				continue
			}
			met[v.print] = true
			seen.Findings = append(seen.Findings, history.Finding{
				Fingerprint: v.print, Check: f.Check.ID, Severity: f.Check.Severity.String(), Owner: f.Owner, Accepted: f.Suppressed != nil,
			})
		}
	}
	return seen
}
