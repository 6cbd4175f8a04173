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
}

// Table writes the report for people: each finding with its line of code, then
// what could not be read, then the counts.
func Table(w io.Writer, r *scan.Report, opt TableOptions) error {
	t := &table{w: bufio.NewWriter(w), report: r, source: sourceOf(r), opt: opt, palette: palette(opt.Color)}
	t.verdictless()
	for i := range r.Findings {
		t.finding(&r.Findings[i])
	}
	t.diagnostics()
	t.summary()
	return t.w.Flush()
}

type table struct {
	palette
	w      *bufio.Writer
	report *scan.Report
	source *source
	opt    TableOptions
	// passing is true below a list of what passed, which has no end of its own.
	passing bool
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
	switch s := t.report.Summary; {
	case s.Checked > 0:
	case s.Resources == 0:
		_, _ = t.w.WriteString(t.yellow("Nothing was judged: no resource was found.") + "\n\n")
	default:
		_, _ = t.w.WriteString(t.yellow(fmt.Sprintf("Nothing was judged: no check knows the type of any of the %s.", count(s.Resources, "resource"))) + "\n\n")
	}
}

func (t *table) finding(f *scan.Finding) {
	switch {
	case f.Suppressed != nil:
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
	t.note("in", parties(f))
	t.note("at", t.place(f.Place))
	t.code(f.Place)
	for _, hop := range f.Chain {
		text := printable(hop.Name)
		if place := t.place(hop.Range); place != "" {
			text += "  " + t.dim(place)
		}
		t.note("set by", text)
	}
	if f.Verdict == checks.Unknown {
		t.note("reason", printable(spoken(f, f.Reason)))
	}
	t.note("why", printable(f.Check.Why))
	t.note("fix", printable(f.Check.Fix.For(f.Format)))
	_ = t.w.WriteByte('\n')
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
	if f.Companion != nil {
		text += ", by " + printable(f.Companion.Address)
	}
	return text
}

// place is file:line:column, as far as it is known.
func (t *table) place(r model.Range) string {
	text := printable(relative(t.report.Base, r.File))
	if text != "" && r.Start.Line > 0 {
		text += fmt.Sprintf(":%d", r.Start.Line)
		if r.Start.Column > 0 {
			text += fmt.Sprintf(":%d", r.Start.Column)
		}
	}
	return text
}

// code prints the first line of a place with carets below it.
func (t *table) code(at model.Range) {
	text, isMasked := t.source.at(at.File, at.Start.Line)
	if strings.TrimSpace(text) == "" {
		return
	}
	from, to := byteAt(text, at.Start.Column), len(text)
	if at.End.Line == at.Start.Line && !isMasked {
		to = byteAt(text, at.End.Column)
	}
	if at.Start.Column < 1 || from >= len(strings.TrimRight(text, " \t")) {
		from = len(text) - len(strings.TrimLeft(text, " \t"))
	}
	text, from, to = excerpt(text, from, max(from, to))
	left := cells(printable(text[:from]))
	wide := cells(printable(strings.TrimRight(text[:to], " \t"))) - left
	_ = t.w.WriteByte('\n')
	t.line(strconv.Itoa(int(at.Start.Line)), t.dim, printable(text))
	t.line("", t.dim, strings.Repeat(" ", left)+t.red(strings.Repeat("^", max(1, wide))))
}

// widest is how many bytes of a code line are shown about.
const widest = 200

// excerpt cuts a long line around the stretch between two of its bytes.
func excerpt(line string, from, to int) (text string, start, end int) {
	if len(line) <= widest {
		return line, from, to
	}
	first := wholeRune(line, max(0, min(from-widest/4, len(line)-widest)))
	last := wholeRune(line, min(len(line), first+widest))
	to = min(to, last)
	before, after := "", ""
	if first > 0 {
		before = "…"
	}
	if last < len(line) {
		after = "…"
	}
	shift := len(before) - first
	return before + line[first:last] + after, from + shift, to + shift
}

// wholeRune moves an index back to the start of the character it is in.
func wholeRune(s string, i int) int {
	for i > 0 && i < len(s) && s[i]&0xC0 == 0x80 {
		i--
	}
	return i
}

func (t *table) diagnostics() {
	t.paragraph()
	for _, d := range t.report.Diagnostics {
		paint := t.blue
		switch d.Severity {
		case diag.Error:
			paint = t.red
		case diag.Warning:
			paint = t.yellow
		}
		t.line(strings.ToUpper(string(d.Severity)), paint, printable(d.Summary))
		t.note("", printable(d.Detail))
		t.note("at", t.place(d.Range))
		_ = t.w.WriteByte('\n')
	}
}

// summary is the last paragraph: the verdicts, then what had none.
func (t *table) summary() {
	s := t.report.Summary
	failed := t.green
	if s.Failed > 0 {
		failed = t.red
	}
	t.line("failed", failed, strconv.Itoa(s.Failed)+bySeverity(s))
	t.line("passed", t.dim, strconv.Itoa(s.Passed))
	t.line("unknown", t.dim, strconv.Itoa(s.Unknown)+t.causes())
	if s.Suppressed > 0 {
		t.note("ignored", strconv.Itoa(s.Suppressed)+" by suppressions")
	}
	t.note("read", fmt.Sprintf("%s, %s; %d of %s had a check",
		count(s.Files, "file"), count(s.Roots, "root"), s.Checked, count(s.Resources, "resource")))
	if total := sum(s.Skipped); total > 0 {
		t.note("skipped", count(total, "file")+": "+tally(s.Skipped, len(s.Skipped)))
	}
	if total := sum(s.Unchecked); total > 0 {
		t.note("no check", count(total, "resource")+" of types that no check knows: "+tally(s.Unchecked, len(s.Unchecked)))
	}
	t.unread()
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

// causes says in a few words why verdicts are unknown.
func (t *table) causes() string {
	reasons := make(map[string]int)
	for i := range t.report.Findings {
		if f := &t.report.Findings[i]; f.Verdict == checks.Unknown && f.Suppressed == nil {
			reasons[printable(spoken(f, f.Reason))] += max(1, len(f.Instances))
		}
	}
	if len(reasons) == 0 {
		return ""
	}
	text := ": " + tally(reasons, 3)
	if !t.opt.ShowUnknown {
		text += t.dim("  (--show-unknown lists them)")
	}
	return text
}

// unread counts the diagnostics, which stand above.
func (t *table) unread() {
	n := make(map[diag.Severity]int)
	for _, d := range t.report.Diagnostics {
		n[d.Severity]++
	}
	if n[diag.Error] > 0 {
		t.line("unread", t.red, count(n[diag.Error], "error")+": what they name was not judged")
	}
	if n[diag.Warning] > 0 {
		t.note("unsure", count(n[diag.Warning], "warning")+": what they name is not known")
	}
	if n[diag.Info] > 0 {
		t.note("notes", strconv.Itoa(n[diag.Info]))
	}
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
