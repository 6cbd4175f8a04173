package triage

import (
	"fmt"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model/diag"
)

// markAdded finds the directives of a file that were not in it before the change.
// What may have changed is where they stand, and how they give their reasons.
func (t *Triage) markAdded(s *sheet) {
	if t.Before == nil {
		return
	}
	alike, same := map[string]int{}, map[string]int{}
	if old := readSheet(s.file, t.Before(s.file)); old != nil {
		for _, d := range old.directives {
			alike[d.key()]++
			same[d.key()+d.reason]++
		}
	}
	var rest []*directive
	for _, d := range s.directives {
		if key := d.key(); same[key+d.reason] > 0 {
			same[key+d.reason]--
			alike[key]--
		} else {
			rest = append(rest, d)
		}
	}
	for _, d := range rest {
		key := d.key()
		d.added = alike[key] == 0
		alike[key] = max(0, alike[key]-1)
	}
}

// key is what a directive lets pass, and until when.
func (d *directive) key() string {
	names := d.texts()
	slices.Sort(names)
	return fmt.Sprint(d.form, d.reach, names, dateText(d.until), d.workspace)
}

// reportAdded lists a directive that the change brings: whoever reviews it decides
// about that, too.
func reportAdded(diags *diag.List, d *directive) {
	if !d.added {
		return
	}
	effect := "it lets nothing pass"
	switch {
	case d.passed == 1:
		effect = "it lets one verdict pass"
	case d.passed > 1:
		effect = fmt.Sprintf("it lets %d verdicts pass", d.passed)
	}
	report := diag.Diagnostic{
		Severity: diag.Warning, Range: d.at,
		Summary: "the change adds " + strings.TrimPrefix(d.title(d.texts()), "this ") + ": " + effect,
	}
	if d.reason != "" {
		report.Detail = "The reason it gives: " + d.reason
	}
	diags.Add(report)
}
