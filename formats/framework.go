package formats

import (
	"fmt"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/scan"
)

// statuses are what the evidence for a control may come to, the gravest first,
// with the words for their number.
var statuses = [...]struct {
	status scan.ControlStatus
	words  string
}{
	{scan.ControlFailed, "with findings"},
	{scan.ControlUndecided, "undecided"},
	{scan.ControlAccepted, "with accepted findings only"},
	{scan.ControlPassed, "without a finding"},
	{scan.ControlUntouched, "about what is not here"},
	{scan.ControlUnchecked, "that no check covers"},
}

// titleOf is how a framework is called.
func titleOf(f *checks.Framework) string { return f.Title + " " + f.Version }

// balance counts the controls of a framework.
func balance(e *scan.Evidence) string {
	parts := []string{}
	for _, s := range statuses {
		if n := len(e.Of(s.status)); n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, s.words))
		}
	}
	return fmt.Sprintf("%s: of %s %s", titleOf(&e.Framework), count(len(e.Controls), "control"), strings.Join(parts, ", "))
}

// evidenceJSON is a framework in the report for programs.
type evidenceJSON struct {
	ID       string        `json:"id"`
	Title    string        `json:"title"`
	Version  string        `json:"version"`
	Source   string        `json:"source"`
	Controls []controlJSON `json:"controls"`
}

type controlJSON struct {
	ID     string             `json:"id"`
	Title  string             `json:"title"`
	Status scan.ControlStatus `json:"status"`
	Checks []string           `json:"checks"`
	// Findings are the fingerprints of those that are not passes.
	Findings []string `json:"findings"`
}

func jsonEvidence(e *scan.Evidence) evidenceJSON {
	out := evidenceJSON{ID: e.ID, Title: e.Title, Version: e.Version, Source: e.Source}
	for i, control := range e.Controls {
		c := controlJSON{
			ID: control.ID, Title: control.Title, Status: e.Results[i].Status,
			Checks: append([]string{}, control.Checks...), Findings: []string{},
		}
		for _, f := range e.Results[i].Findings {
			c.Findings = append(c.Findings, f.Fingerprint)
		}
		out.Controls = append(out.Controls, c)
	}
	return out
}

// evidence prints the controls that are not as they should be, and those of which
// nothing is known.
func (t *table) evidence() {
	t.paragraph()
	for i := range t.report.Evidence {
		e := &t.report.Evidence[i]
		_, _ = t.w.WriteString(t.bold(balance(e)) + "\n")
		for at, result := range e.Results {
			switch result.Status {
			case scan.ControlFailed:
				t.line("FAIL", t.red, controlLine(e.Controls[at], result))
			case scan.ControlUndecided:
				t.line("UNKNOWN", t.yellow, controlLine(e.Controls[at], result))
			}
		}
		t.note("no check", strings.Join(e.Of(scan.ControlUnchecked), ", "))
		_ = t.w.WriteByte('\n')
	}
}

// controlLine is a control with the checks that speak against it.
func controlLine(c checks.Control, result scan.ControlResult) string {
	var against []string
	for _, id := range c.Checks {
		n := 0
		for _, f := range result.Findings {
			if f.Check.ID == id && f.Suppressed == nil {
				n++
			}
		}
		if n > 0 {
			against = append(against, fmt.Sprintf("%s (%d)", id, n))
		}
	}
	return c.ID + "  " + c.Title + ": " + strings.Join(against, ", ")
}

// evidence is a foldable list for each framework.
func (m *markdown) evidence(out *strings.Builder, r *scan.Report) {
	for i := range r.Evidence {
		e := &r.Evidence[i]
		fmt.Fprintf(out, "<details><summary>%s</summary>\n\n", markdownText(balance(e)))
		for at, result := range e.Results {
			if result.Status == scan.ControlFailed || result.Status == scan.ControlUndecided {
				fmt.Fprintf(out, "- **%s** %s\n", result.Status, markdownText(cut(controlLine(e.Controls[at], result), longestText)))
			}
		}
		if missing := e.Of(scan.ControlUnchecked); len(missing) > 0 {
			fmt.Fprintf(out, "- no check covers %s\n", markdownText(strings.Join(missing, ", ")))
		}
		out.WriteString("\n</details>\n")
	}
}
