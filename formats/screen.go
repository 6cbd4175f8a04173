package formats

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

// What a screen holds: so few are shown in full, so many in a line each.
const (
	fewOnScreen  = 3
	mostOnScreen = 15
)

// onScreen are the findings and diagnostics that a screen is for, the worst first.
func (t *table) onScreen() (findings []*scan.Finding, problems diag.List) {
	for i := range t.report.Findings {
		f := &t.report.Findings[i]
		if f.Suppressed == nil && (f.Verdict == checks.Fail || f.Verdict == checks.Unknown && t.opt.ShowUnknown) {
			findings = append(findings, f)
		}
	}
	slices.SortStableFunc(findings, func(a, b *scan.Finding) int { return cmp.Compare(rank(b), rank(a)) })
	problems = slices.Clone(t.report.Diagnostics)
	slices.SortStableFunc(problems, func(a, b diag.Diagnostic) int { return cmp.Compare(weight(a.Severity), weight(b.Severity)) })
	return findings, problems
}

func weight(severity diag.Severity) int {
	return slices.Index([]diag.Severity{diag.Error, diag.Warning, diag.Info}, severity)
}

// crowded writes a line each where there is more than a screen would hold in full,
// and tells whether it did.
func (t *table) crowded() bool {
	findings, problems := t.onScreen()
	if len(findings) <= fewOnScreen && len(problems) <= fewOnScreen {
		return false
	}
	for _, f := range findings[:min(mostOnScreen, len(findings))] {
		label, paint := strings.ToUpper(f.Check.Severity.String()), func(s string) string { return t.severity(f.Check.Severity, s) }
		if f.Verdict == checks.Unknown {
			label, paint = "UNKNOWN", t.yellow
		}
		t.line(label, paint, t.place(f.Place)+"  "+t.bold(printable(f.Check.Title))+"  "+t.dim(f.Check.ID))
	}
	for _, d := range problems[:min(fewOnScreen, len(problems))] {
		t.line(strings.ToUpper(string(d.Severity)), t.tone(d.Severity), strings.TrimSpace(t.place(d.Range)+"  "+printable(d.Summary)))
	}
	if more := max(0, len(findings)-mostOnScreen) + max(0, len(problems)-fewOnScreen); more > 0 {
		t.note("", fmt.Sprintf("and %d more; without --hook all are shown, with why and what to do", more))
	} else {
		t.note("", "without --hook each is shown with why and what to do")
	}
	_ = t.w.WriteByte('\n')
	return true
}
