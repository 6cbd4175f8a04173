package formats

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

// home is where readers of a report learn what made it.
const home = "https://github.com/lintel-iac/lintel"

// fact is one line of the summary: what was judged, and what was not.
type fact struct{ label, text string }

// facts are the summary in words, one line; every output that has room for
// text shows them all.
func facts(r *scan.Report) []fact {
	s := r.Summary
	lines := []fact{
		{"failed", strconv.Itoa(s.Failed) + bySeverity(s)},
		{"passed", strconv.Itoa(s.Passed)},
		{"unknown", strconv.Itoa(s.Unknown) + causes(r)},
	}
	if s.Suppressed > 0 {
		lines = append(lines, fact{"ignored", strconv.Itoa(s.Suppressed) + " by suppressions"})
	}
	if r.Compared {
		lines = append(lines, fact{"change", changes(s)})
	}
	if s.Sides != nil {
		lines = append(lines, fact{"code", sides(s.Sides)})
	}
	lines = append(lines, fact{"read", fmt.Sprintf("%s, %s; %d of %s had a check",
		count(s.Files, "file"), count(s.Roots, "root"), s.Checked, count(s.Resources, "resource"))})
	if total := sum(s.Skipped); total > 0 {
		lines = append(lines, fact{"skipped", count(total, "file") + ": " + tally(s.Skipped, len(s.Skipped))})
	}
	if total := sum(s.Unchecked); total > 0 {
		lines = append(lines, fact{"no check",
			count(total, "resource") + " of types that no check knows: " + tally(s.Unchecked, len(s.Unchecked))})
	}
	for i := range r.Evidence {
		lines = append(lines, fact{"controls", balance(&r.Evidence[i])})
	}
	return append(lines, unread(r.Diagnostics)...)
}

// sides says where faults are.
func sides(s *scan.Sides) string {
	text := fmt.Sprintf("%d fail in the code as well, %d in what is deployed alone, %d in the code alone", s.Both, s.Live, s.Code)
	if s.Open > 0 {
		text += fmt.Sprintf(", %d where the code does not tell", s.Open)
	}
	return text
}

// changeWords say what became of a finding.
var changeWords = [...]struct {
	change      scan.Change
	word, story string
}{
	{scan.Introduced, "introduced", "introduced by this change"},
	{scan.Undecided, "undecided", "whether this change introduces it cannot be told"},
	{scan.Moved, "moved", "moved by this change, there before"},
	{scan.Unchanged, "unchanged", "there before this change"},
	{scan.Fixed, "fixed", "fixed by this change"},
}

// changes counts findings by what became of them.
func changes(s scan.Summary) string {
	var parts []string
	for _, c := range changeWords {
		if n := s.Changes[c.change]; n > 0 || c.change == scan.Introduced || c.change == scan.Fixed {
			parts = append(parts, fmt.Sprintf("%d %s", n, c.word))
		}
	}
	return strings.Join(parts, ", ")
}

// became says of a finding what the change has made of it, "" where none is judged.
func became(f *scan.Finding) string {
	for _, c := range changeWords {
		if c.change == f.Change {
			return c.story
		}
	}
	return ""
}

// worse tells whether a finding is to be shown where, with only, those are that the
// change may have made.
func worse(f *scan.Finding, only bool) bool { return !only || f.Change.Worse() }

// unread counts the diagnostics.
func unread(list diag.List) []fact {
	n := make(map[diag.Severity]int)
	for _, d := range list {
		n[d.Severity]++
	}
	var lines []fact
	if n[diag.Error] > 0 {
		lines = append(lines, fact{"unread", count(n[diag.Error], "error") + ": what they name was not judged"})
	}
	if n[diag.Warning] > 0 {
		lines = append(lines, fact{"unsure", count(n[diag.Warning], "warning") + ": what they name is not known"})
	}
	if n[diag.Info] > 0 {
		lines = append(lines, fact{"notes", strconv.Itoa(n[diag.Info])})
	}
	return lines
}

// causes says in a few words why verdicts are unknown, behind a colon. The verdict of a
// check on a resource counts once, and not where it has failed all the same.
func causes(r *scan.Report) string {
	type judged struct{ check, address string }
	settled := make(map[judged]bool)
	reasons := make(map[string]int)
	for _, verdict := range [...]checks.Verdict{checks.Fail, checks.Unknown} {
		for i := range r.Findings {
			f := &r.Findings[i]
			if f.Verdict != verdict || f.Suppressed != nil {
				continue
			}
			for _, address := range addresses(f) {
				about := judged{f.Check.ID, f.Root + "\x00" + address}
				if verdict == checks.Unknown && !settled[about] {
					reasons[printable(spoken(f, f.Reason))]++
				}
				settled[about] = true
			}
		}
	}
	if len(reasons) == 0 {
		return ""
	}
	return ": " + tally(reasons, 3)
}

// verdictless says of a run that has judged nothing why that is, else it is "".
func verdictless(s scan.Summary) string {
	switch {
	case s.Checked > 0 || s.Failed+s.Unknown > 0: // by a check of all types, or of what is declared beside resources
		return ""
	case s.Resources == 0:
		return "Nothing was judged: no resource was found."
	}
	return fmt.Sprintf("Nothing was judged: no check knows the type of any of the %s.", count(s.Resources, "resource"))
}

// mostNamed is how many instances of one block are named where lines are short.
const mostNamed = 5

// addresses are those of the instances of a finding, fit to be printed.
func addresses(f *scan.Finding) []string {
	instances := f.Instances
	if len(instances) == 0 && f.Resource != nil {
		instances = []*model.Resource{f.Resource}
	}
	names := make([]string, len(instances))
	for i, instance := range instances {
		names[i] = printable(instance.Address)
	}
	return names
}

// companion names the other party of a finding, "" if there is none: by it, where the
// fault lies in it, and otherwise with it.
func companion(f *scan.Finding) string {
	if f.Companion == nil {
		return ""
	}
	word := ", with "
	if at := f.Companion.Location; at.File == "" || at.File == f.Place.File && at.Covers(int(f.Place.Start.Line)) {
		word = ", by "
	}
	return word + printable(f.Companion.Address)
}

// named are the first addresses, and how many more there are.
func named(f *scan.Finding) string {
	names := addresses(f)
	more := len(names) - mostNamed
	text := strings.Join(names[:min(mostNamed, len(names))], ", ")
	if more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// where is a place in the repository as file:line:column, as far as it is known.
func where(r model.Range) string {
	text := printable(r.File)
	if text != "" && r.Start.Line > 0 {
		text += fmt.Sprintf(":%d", r.Start.Line)
		if r.Start.Column > 0 {
			text += fmt.Sprintf(":%d", r.Start.Column)
		}
	}
	return text
}

// story is all there is to say of a finding behind its title, one fact a line:
// the long text of outputs that have one.
func story(f *scan.Finding, source *source) []fact {
	lines := []fact{{"", printable(spoken(f, f.Message))}, {"in", named(f)}}
	if f.Companion != nil {
		lines = append(lines, fact{"by", printable(f.Companion.Address)})
	}
	lines = append(lines, fact{"at", where(f.Place)})
	if code, ok := source.snippet(f.Place); ok {
		lines = append(lines, fact{"code:", strings.TrimSpace(printable(code.text))})
	}
	for _, hop := range f.Chain {
		lines = append(lines, fact{"set by", strings.TrimSpace(printable(hop.Name) + "  " + where(hop.Range))})
	}
	for _, hop := range f.Way {
		lines = append(lines, fact{"by way of", strings.TrimSpace(printable(hop.Name) + "  " + where(hop.Range))})
	}
	if f.Verdict == checks.Unknown {
		lines = append(lines, fact{"reason:", printable(spoken(f, f.Reason))})
	}
	lines = append(lines, fact{"change:", became(f)})
	if f.Suppressed != nil {
		lines = append(lines, fact{"suppressed", excuse(f.Suppressed)})
	}
	lines = append(lines, fact{"owner:", printable(f.Owner)}, fact{"why:", printable(f.Check.Why)}, fact{"fix:", printable(f.Check.Fix.For(f.Format))})
	return slices.DeleteFunc(lines, func(line fact) bool { return line.text == "" })
}

// excuse is a suppression in a few words.
func excuse(s *scan.Suppression) string {
	text := "by " + s.Kind
	if s.Decision != "" {
		text += " (" + strings.ReplaceAll(s.Decision, "_", " ") + ")"
	}
	if s.Owner != "" {
		text += " of " + s.Owner
	}
	if s.Until != "" {
		text += " until " + s.Until
	}
	if s.Reason != "" {
		text += ": " + s.Reason
	}
	return printable(text)
}

// complaint is a diagnostic as one line.
func complaint(d diag.Diagnostic) string {
	text := printable(d.Summary)
	if d.Detail != "" {
		text += ": " + printable(d.Detail)
	}
	return text
}

// picked are the findings for which choose holds, the worst first and else in
// the order of the report.
func picked(r *scan.Report, choose func(*scan.Finding) bool) []*scan.Finding {
	var found []*scan.Finding
	for i := range r.Findings {
		if f := &r.Findings[i]; choose(f) {
			found = append(found, f)
		}
	}
	slices.SortStableFunc(found, func(a, b *scan.Finding) int { return rank(b) - rank(a) })
	return found
}

// counts tells whether a finding stands against the code; with unknown, also
// whether it may do so.
func counts(f *scan.Finding, unknown bool) bool {
	return f.Suppressed == nil && (f.Verdict == checks.Fail || unknown && f.Verdict == checks.Unknown)
}
