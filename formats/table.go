package formats

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

// TableOptions say how the table is printed.
type TableOptions struct {
	Color       bool
	ShowUnknown bool // each undecided verdict, not only their number by cause
	ShowPassed  bool
	// Screen keeps to a screen: where there are more than a few findings, each is a
	// line.
	Screen    bool
	OnlyWorse bool // of what was there before a change, only the number
}

// Table writes the report for people: each finding with its line of code, then
// what could not be read, then the counts.
func Table(w io.Writer, r *scan.Report, opt TableOptions) error {
	t := &table{w: bufio.NewWriter(w), report: r, source: sourceOf(r), opt: opt, palette: palette(opt.Color)}
	t.verdictless()
	if !opt.Screen || !t.crowded() {
		for i := range r.Findings {
			t.finding(&r.Findings[i])
		}
		t.diagnostics()
	}
	t.evidence()
	t.summary()
	return t.w.Flush()
}

type table struct {
	palette
	w      *bufio.Writer
	report *scan.Report
	source *source
	opt    TableOptions
	// passing is true below a list of what passed or is fixed, which has no end of its own.
	passing bool
	// above is the finding that was printed last, with its place.
	above *scan.Finding
}

// gutter is how wide the labels on the left are; text starts two columns on.
const gutter = 8

// line prints a label, right-aligned and coloured by paint, and a text.
func (t *table) line(label string, paint func(string) string, text string) {
	_, _ = t.w.WriteString(strings.Repeat(" ", max(0, gutter-cells(label)))) // Flush reports errors
	_, _ = t.w.WriteString(paint(label))
	_, _ = t.w.WriteString("  ")
	_, _ = t.w.WriteString(text)
	_ = t.w.WriteByte('\n')
}

// note is a line with a label that stays in the background.
func (t *table) note(label, text string) {
	if text != "" {
		t.line(label, t.dim, text)
	}
}

// verdictless says before all else that a run has judged nothing.
func (t *table) verdictless() {
	if text := verdictless(t.report.Summary); text != "" {
		_, _ = t.w.WriteString(t.yellow(text) + "\n\n")
	}
}

func (t *table) finding(f *scan.Finding) {
	switch {
	case f.Suppressed != nil:
	case f.Change == scan.Fixed:
		t.line("FIXED", t.green, f.Check.ID+"  "+parties(f)+"  "+t.dim(t.place(f.Place)))
		t.passing = true
	case !worse(f, t.opt.OnlyWorse):
	case f.Verdict == checks.Passed && t.opt.ShowPassed:
		t.line("PASS", t.green, f.Check.ID+"  "+parties(f)+"  "+t.dim(t.place(f.Place)))
		t.passing = true
	case f.Verdict == checks.Unknown && t.opt.ShowUnknown:
		t.details(f, "UNKNOWN", t.yellow)
	case f.Verdict == checks.Fail:
		word := f.Check.Severity.String()
		t.details(f, strings.ToUpper(word), func(s string) string { return t.severity(f.Check.Severity, s) })
	}
}

// paragraph ends a list of what passed.
func (t *table) paragraph() {
	if t.passing {
		_ = t.w.WriteByte('\n')
	}
	t.passing = false
}

// details is a finding with its place, its reason and the way out.
func (t *table) details(f *scan.Finding, label string, paint func(string) string) {
	t.paragraph()
	t.line(label, paint, t.bold(printable(f.Check.Title))+"  "+t.dim(f.Check.ID))
	t.note("", printable(spoken(f, f.Message)))
	if t.above == nil || !samePlace(t.above, f) {
		t.whereabouts(f)
	} else {
		t.note("at", "the same place")
	}
	t.above = f
	for _, hop := range f.Way {
		t.note("by way of", printable(hop.Name)+"  "+t.dim(t.place(hop.Range)))
	}
	if f.Verdict == checks.Unknown {
		t.note("reason", printable(spoken(f, f.Reason)))
	}
	t.note("owner", printable(f.Owner))
	t.note("why", printable(f.Check.Why))
	t.note("fix", printable(f.Check.Fix.For(f.Format)))
	_ = t.w.WriteByte('\n')
}

// whereabouts say which resource it is, with its line of code and how its value came there.
func (t *table) whereabouts(f *scan.Finding) {
	t.note("in", parties(f))
	t.note("at", t.place(f.Place))
	t.note("change", became(f))
	if len(f.Environments) > 0 {
		t.note("when", printable(strings.Join(f.Environments, ", ")))
	}
	t.code(f.Place)
	for _, hop := range f.Chain {
		text := printable(hop.Name)
		if place := t.place(hop.Range); place != "" {
			text += "  " + t.dim(place)
		}
		t.note("set by", text)
	}
}

func samePlace(f, g *scan.Finding) bool {
	return f.Place == g.Place && parties(f) == parties(g) && became(f) == became(g) &&
		slices.Equal(f.Environments, g.Environments) && slices.Equal(f.Chain, g.Chain)
}

// parties names the resource, how many more there are, and the companion.
func parties(f *scan.Finding) string {
	text := ""
	if f.Resource != nil {
		text = printable(f.Resource.Address)
	}
	if more := len(f.Instances) - 1; more > 0 {
		text += fmt.Sprintf(" + %d more", more)
	}
	text += companion(f)
	return text
}

// place is file:line:column as seen from the folder that was scanned.
func (t *table) place(r model.Range) string {
	r.File = relative(t.report.Base, r.File)
	return where(r)
}

// code prints the first line of a place with carets below it.
func (t *table) code(at model.Range) {
	code, ok := t.source.snippet(at)
	if !ok {
		return
	}
	left := cells(printable(code.text[:code.from]))
	wide := cells(printable(strings.TrimRight(code.text[:code.to], " \t"))) - left
	_ = t.w.WriteByte('\n')
	t.line(strconv.Itoa(int(at.Start.Line)), t.dim, printable(code.text))
	t.line("", t.dim, strings.Repeat(" ", left)+t.red(strings.Repeat("^", max(1, wide))))
}

func (t *table) diagnostics() {
	t.paragraph()
	for _, d := range t.report.Diagnostics {
		t.line(strings.ToUpper(string(d.Severity)), t.tone(d.Severity), printable(d.Summary))
		t.note("", printable(d.Detail))
		t.note("at", t.place(d.Range))
		_ = t.w.WriteByte('\n')
	}
}

func (t *table) tone(severity diag.Severity) func(string) string {
	switch severity {
	case diag.Error:
		return t.red
	case diag.Warning:
		return t.yellow
	}
	return t.blue
}

// summary is the last paragraph: the verdicts, then what had none.
func (t *table) summary() {
	for _, line := range facts(t.report) {
		switch {
		case line.label == "failed" && t.report.Summary.Failed == 0:
			t.line(line.label, t.green, line.text)
		case line.label == "failed", line.label == "unread":
			t.line(line.label, t.red, line.text)
		case line.label == "change" && t.opt.OnlyWorse:
			t.note(line.label, line.text+t.dim("  (what was there before is not shown)"))
		case line.label == "unknown" && strings.Contains(line.text, ":") && !t.opt.ShowUnknown:
			t.note(line.label, line.text+t.dim("  (--show-unknown lists them)"))
		default:
			t.note(line.label, line.text)
		}
	}
}

// bySeverity counts findings. One may stand for many instances, so the sum may
// be less than the number of failed verdicts.
func bySeverity(s scan.Summary) string {
	var parts []string
	total := 0
	for severity := checks.Critical; ; severity-- {
		if n := s.BySeverity[severity.String()]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, severity))
			total += n
		}
		if severity == checks.Low {
			break
		}
	}
	switch {
	case total == 0:
		return ""
	case total == s.Failed:
		return ": " + strings.Join(parts, ", ")
	}
	return fmt.Sprintf(" in %s: %s", count(total, "finding"), strings.Join(parts, ", "))
}

// tally lists the words with their numbers, the greatest first, at most so many.
func tally(numbers map[string]int, most int) string {
	words := slices.SortedFunc(maps.Keys(numbers), func(a, b string) int {
		return cmp.Or(cmp.Compare(numbers[b], numbers[a]), cmp.Compare(a, b))
	})
	var parts []string
	for _, word := range words[:min(most, len(words))] {
		parts = append(parts, fmt.Sprintf("%s (%d)", cut(printable(word), 100), numbers[word]))
	}
	if more := len(words) - most; more > 0 {
		parts = append(parts, "for "+count(more, "other reason"))
	}
	return strings.Join(parts, ", ")
}

func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.Itoa(n) + " " + noun
}

func sum(numbers map[string]int) int {
	n := 0
	for _, k := range numbers {
		n += k
	}
	return n
}
