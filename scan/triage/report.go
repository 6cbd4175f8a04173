package triage

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// soon is how many days before its end a suppression is warned of.
const soon = 14

// Diagnostics are what there is to say about the suppressions, once all findings
// have been judged.
func (t *Triage) Diagnostics() diag.List {
	diags := slices.Clone(t.diags)
	for _, s := range t.sheets {
		for _, d := range s.directives {
			reportAdded(&diags, d)
			t.reportDirective(&diags, d)
		}
	}
	t.reportExceptions(&diags)
	t.reportBaseline(&diags)
	diags.Sort()
	return diags
}

func (t *Triage) reportDirective(diags *diag.List, d *directive) {
	if unused := t.unused(d); len(unused) > 0 && t.speaksOf(d.at.File) {
		t.reportUnused(diags, d.at, d.title(unused), d)
	}
	used := slices.ContainsFunc(d.names, func(n name) bool { return n.used })
	if !used {
		return
	}
	if d.forbidden != "" {
		diags.Add(diag.Diagnostic{
			Severity: diag.Warning, Range: d.at,
			Summary: d.title(d.texts()) + " is not honoured: " + d.forbidden,
			Detail:  "The limits are those of the exceptions file.",
		})
	} else {
		t.reportDate(diags, d.title(d.texts()), d.at, d.until)
	}
}

// title is what diagnostics call a directive.
func (d *directive) title(names []string) string {
	if len(names) == 1 && names[0] == d.form { // it names none
		return "this " + d.form
	}
	return "this " + d.form + " of " + strings.Join(names, ", ")
}

// reportDate warns of what has ended, or soon will.
func (t *Triage) reportDate(diags *diag.List, what string, at model.Range, until time.Time) {
	switch left := t.daysTo(until); {
	case until.IsZero():
	case left < 0:
		diags.Add(diag.Diagnostic{
			Severity: diag.Warning, Range: at,
			Summary: fmt.Sprintf("%s ended on %s: its findings count again", what, dateText(until)),
			Detail:  "Mend the fault, or decide anew.",
		})
	case left <= soon:
		diags.Warnf(at, "%s ends on %s, %s", what, dateText(until), inDays(left))
	}
}

func inDays(n int) string {
	switch n {
	case 0:
		return "today"
	case 1:
		return "tomorrow"
	}
	return fmt.Sprintf("in %d days", n)
}

// unused are the names in a directive that matched nothing, though checks of this
// run, or none at all, go by them.
func (t *Triage) unused(d *directive) []string {
	var found []string
	if !t.runsIn(d) {
		return nil
	}
	for _, n := range d.names {
		if !n.used && !n.refused && t.ran(n.checks) {
			found = append(found, n.text)
		}
	}
	return found
}

// ran tells whether one of the checks is in this run, or there is none to be.
func (t *Triage) ran(named []*checks.Entry) bool {
	return len(named) == 0 || slices.ContainsFunc(named, t.Selected)
}

// speaksOf tells whether it is to be reported what in a file matches nothing: not
// where only some findings were asked for, nor in what others wrote.
func (t *Triage) speaksOf(file string) bool {
	return t.Whole(file) && !strings.Contains("/"+file, "/.terraform/")
}

func (t *Triage) reportUnused(diags *diag.List, at model.Range, what string, d *directive) {
	report := diag.Diagnostic{
		Severity: diag.Info, Range: at, Summary: what + " matches nothing",
		Detail: "If the fault is mended, take it away: it would hide the next one.",
	}
	if t.WarnUnused {
		report.Severity = diag.Warning
	}
	switch {
	case d == nil:
	case d.to == 0:
		report.Detail = "It covers what stands on its line or directly below; here is nothing."
	case !d.own && !slices.ContainsFunc(d.names, func(n name) bool { return len(n.checks) > 0 }):
		report.Detail = "No check of Lintel stands for it."
	}
	diags.Add(report)
}
