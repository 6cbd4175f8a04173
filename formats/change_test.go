package formats

import (
	"io"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/scan"
)

// changed has a finding for each thing that can become of one.
func changed() *scan.Report {
	r := sample()
	r.Compared = true
	r.Findings = []scan.Finding{volumeFinding(), versionsFinding(), unknownFinding(), passwordFinding(), hostileFinding(), passedFinding()}
	for i, change := range []scan.Change{scan.Unchanged, scan.Introduced, scan.Undecided, scan.Moved, scan.Introduced, scan.Fixed} {
		r.Findings[i].Change = change
	}
	r.Findings[5].Message = "encrypted is false"
	r.Findings[5].Verdict = checks.Passed
	r.Summary.Changes = map[scan.Change]int{scan.Unchanged: 1, scan.Introduced: 2, scan.Undecided: 1, scan.Moved: 1, scan.Fixed: 1}
	return r
}

func TestChanges(t *testing.T) {
	for name, write := range map[string]func(io.Writer, *scan.Report) error{
		"change_table.txt":      func(w io.Writer, r *scan.Report) error { return Table(w, r, TableOptions{}) },
		"change_table_gate.txt": func(w io.Writer, r *scan.Report) error { return Table(w, r, TableOptions{OnlyWorse: true}) },
		"change_markdown.md":    func(w io.Writer, r *scan.Report) error { return Markdown(w, r, MarkdownOptions{}) },
		"change_github.txt":     func(w io.Writer, r *scan.Report) error { return GitHub(w, r, GitHubOptions{OnlyWorse: true}) },
		"change_junit.xml":      func(w io.Writer, r *scan.Report) error { return JUnit(w, r, JUnitOptions{OnlyWorse: true}) },
		"change_scan.json":      JSON,
		"change_report.html":    HTML,
	} {
		t.Run(name, func(t *testing.T) { golden(t, name, printed(t, changed(), write)) })
	}
}

// A service takes every result in the file for one that is open, so what is fixed
// is in none.
func TestBaselineStates(t *testing.T) {
	out := printed(t, changed(), func(w io.Writer, r *scan.Report) error { return SARIF(w, r, SARIFOptions{ShowUnknown: true}) })
	for state, want := range map[string]int{"new": 3, "unchanged": 1, "updated": 1, "absent": 0} {
		if n := strings.Count(out, `"baselineState":"`+state+`"`); n != want {
			t.Errorf("%d results are %s, not %d", n, state, want)
		}
	}
	if strings.Contains(printed(t, sample(), func(w io.Writer, r *scan.Report) error { return SARIF(w, r, SARIFOptions{}) }), "baselineState") {
		t.Error("without a change there is no baseline")
	}
}

func TestChangesAreInTheOthers(t *testing.T) {
	if found := faults(t, scanSchema(t), printed(t, changed(), JSON)); len(found) > 0 {
		t.Errorf("the schema refuses the report: %v", found)
	}
	for name, out := range everyFormat(t, changed()) {
		switch name {
		case "gitlab-codequality": // GitLab compares the reports of both branches itself
			continue
		case "asff": // which is for what is live: that has no change
			continue
		}
		if name != "sarif" && !strings.Contains(out, "introduced") {
			t.Errorf("%s does not say what the change introduces", name)
		}
	}
}
