package formats

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

// MarkdownOptions say what of the report is shown.
type MarkdownOptions struct {
	ShowUnknown bool // each undecided verdict, not only their number by cause
}

const (
	// longestComment is what GitHub takes for a comment. It counts characters,
	// we bytes, so that it is enough for whoever counts either.
	longestComment = 65_536
	// mostDiagnostics are shown one by one, and no more bytes of them.
	mostDiagnostics      = 20
	longestOfDiagnostics = 16_000
	// longestText is how much of one text is shown.
	longestText = 500
)

// markdownMark lets whoever posts comments find the one to renew.
const markdownMark = "<!-- lintel -->\n"

// Markdown writes the report for a comment on a pull request, or the summary of
// a step: the worst findings first, as many as a comment has room for.
func Markdown(w io.Writer, r *scan.Report, opt MarkdownOptions) error {
	m := &markdown{source: sourceOf(r), opt: opt}
	head, tail := m.head(r), m.tail(r)
	const reserve = 200 // for the line that says how many are left out
	body := m.findings(r, longestComment-reserve-len(head)-len(tail))
	_, err := io.WriteString(w, head+body+tail)
	return err
}

type markdown struct {
	source *source
	opt    MarkdownOptions
}

// head is the title with the verdict in a line.
func (m *markdown) head(r *scan.Report) string {
	s := r.Summary
	text := markdownMark + "## Lintel\n\n"
	if nothing := verdictless(s); nothing != "" {
		text += "**" + nothing + "**\n\n"
	} else if s.Failed == 0 {
		text += "**No findings.** " + count(s.Passed, "verdict") + " passed.\n\n"
	} else {
		text += "**" + strings.TrimPrefix(count(s.Failed, "failed verdict")+bySeverity(s), " ") + "**\n\n"
	}
	if r.Compared {
		text += "By this change: " + changes(s) + ".\n\n"
	}
	if r.Diagnostics.HasErrors() {
		text += "**Content was lost:** what could not be read, below, was not judged.\n\n"
	}
	return text
}

// findings are those for which there is room, under a heading for each severity.
func (m *markdown) findings(r *scan.Report, room int) string {
	var out strings.Builder
	found := picked(r, func(f *scan.Finding) bool { return counts(f, m.opt.ShowUnknown) })
	if r.Compared {
		// What the change may have made comes first, each part the worst first.
		slices.SortStableFunc(found, func(a, b *scan.Finding) int { return order(a.Change.Worse()) - order(b.Change.Worse()) })
	}
	heading := ""
	for i, f := range found {
		text := m.finding(f)
		if word := markdownHeading(f); word != heading {
			heading = word
			text = "### " + word + "\n\n" + text
		}
		if out.Len()+len(text)+1 > room {
			fmt.Fprintf(&out, "\n%s left out: there is no room for more in a comment. Other formats have them all.\n\n", count(len(found)-i, "finding"))
			return out.String()
		}
		if strings.HasPrefix(text, "#") && i > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(text)
	}
	if len(found) > 0 {
		out.WriteByte('\n')
	}
	return out.String()
}

// order puts what holds first.
func order(first bool) int {
	if first {
		return 0
	}
	return 1
}

func markdownHeading(f *scan.Finding) string {
	before := ""
	if f.Change != "" && !f.Change.Worse() {
		before = "There before this change: "
	}
	if f.Verdict == checks.Unknown {
		return before + "Undecided"
	}
	return before + [...]string{checks.Low: "Low", checks.Medium: "Medium", checks.High: "High", checks.Critical: "Critical"}[f.Check.Severity]
}

// finding is an item of a list. All that comes from scanned files stands in code
// spans, where there are no links, mentions or tags.
func (m *markdown) finding(f *scan.Finding) string {
	var out strings.Builder
	fmt.Fprintf(&out, "- **%s** %s\n", markdownText(f.Check.Title), codeSpan(f.Check.ID))
	for _, line := range story(f, m.source) {
		text := cut(line.text, longestText)
		switch line.label {
		case "why:", "fix:", "change:":
			text = markdownText(text)
		default:
			text = codeSpan(text)
		}
		fmt.Fprintf(&out, "  - %s\n", strings.TrimSpace(line.label+" "+text))
	}
	return out.String()
}

// tail is what was not read and the counts.
func (m *markdown) tail(r *scan.Report) string {
	var out strings.Builder
	m.diagnostics(&out, r.Diagnostics)
	out.WriteString("<details><summary>Summary</summary>\n\n")
	for _, line := range facts(r) {
		fmt.Fprintf(&out, "- %s: %s\n", line.label, codeSpan(cut(line.text, longestText)))
	}
	out.WriteString("\n</details>\n")
	m.evidence(&out, r)
	return out.String()
}

func (m *markdown) diagnostics(out *strings.Builder, list diag.List) {
	if len(list) == 0 {
		return
	}
	out.WriteString("### Not read, or not known\n\n")
	grave := map[diag.Severity]int{diag.Error: 0, diag.Warning: 1, diag.Info: 2}
	sorted := slices.SortedStableFunc(slices.Values(list), func(a, b diag.Diagnostic) int { return grave[a.Severity] - grave[b.Severity] })
	for i, d := range sorted {
		if i == mostDiagnostics || out.Len() > longestOfDiagnostics {
			fmt.Fprintf(out, "- and %d more\n", len(sorted)-i)
			break
		}
		line := fmt.Sprintf("- %s: %s", d.Severity, codeSpan(cut(complaint(d), longestText)))
		if place := where(d.Range); place != "" {
			line += " at " + codeSpan(cut(place, longestText))
		}
		out.WriteString(line + "\n")
	}
	out.WriteByte('\n')
}

// codeSpan quotes a text of one line, so that nothing in it is markup: its fence
// is longer than any row of backticks within.
func codeSpan(text string) string {
	if text == "" {
		return ""
	}
	longest, row := 0, 0
	for _, r := range text {
		if row++; r != '`' {
			row = 0
		}
		longest = max(longest, row)
	}
	fence := strings.Repeat("`", longest+1)
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") || strings.HasPrefix(text, " ") && strings.HasSuffix(text, " ") {
		text = " " + text + " " // of which a reader takes one off each side
	}
	return fence + text + fence
}

// markdownText writes what a check says as text without markup.
func markdownText(text string) string { return markdownSigns.Replace(printable(text)) }

var markdownSigns = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "|", `\|`, "~", `\~`, "&", `\&`,
)
