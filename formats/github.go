package formats

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

// GitHubOptions say what becomes an annotation.
type GitHubOptions struct {
	ShowUnknown bool // undecided verdicts, too, behind the warnings
	OnlyWorse   bool // nothing that was there before a change
}

// GitHub shows no more annotations of one kind in a step than that.
const mostAnnotations = 10

// GitHub writes workflow commands that a runner turns into annotations of a pull
// request: errors for what is critical or high or was not read, warnings for
// the rest, the worst first. A notice sums up, and says how many are left out.
func GitHub(w io.Writer, r *scan.Report, opt GitHubOptions) error {
	g := &annotations{w: bufio.NewWriter(w), shown: make(map[string]int)}
	critical := func(f *scan.Finding) bool { return f.Verdict == checks.Fail && f.Check.Severity == checks.Critical }
	shown := func(f *scan.Finding) bool { return counts(f, opt.ShowUnknown) && worse(f, opt.OnlyWorse) }
	g.findings(picked(r, func(f *scan.Finding) bool { return shown(f) && critical(f) }))
	g.diagnostics(r.Diagnostics, diag.Error)
	g.findings(picked(r, func(f *scan.Finding) bool { return shown(f) && !critical(f) }))
	g.diagnostics(r.Diagnostics, diag.Warning)
	g.summary(r)
	return g.w.Flush()
}

type annotations struct {
	w       *bufio.Writer
	shown   map[string]int // by command
	leftOut int
}

func (g *annotations) findings(found []*scan.Finding) {
	for _, f := range found {
		g.annotate(gravity(f), f.Place, f.At.State == model.Absent, headline(f), annotation(f))
	}
}

// gravity is the command for a finding.
func gravity(f *scan.Finding) string {
	if f.Verdict == checks.Fail && f.Check.Severity >= checks.High {
		return "error"
	}
	return "warning"
}

func (g *annotations) diagnostics(list diag.List, severity diag.Severity) {
	for _, d := range list {
		if d.Severity == severity {
			g.annotate(string(severity), d.Range, true, "lintel: "+string(severity), complaint(d))
		}
	}
}

// headline is the title of a finding.
func headline(f *scan.Finding) string {
	word := f.Check.Severity.String()
	if f.Verdict == checks.Unknown {
		word = "unknown"
	}
	return word + ": " + printable(f.Check.Title) + " (" + f.Check.ID + ")"
}

// annotation is the text of a finding, of a few lines.
func annotation(f *scan.Finding) string {
	text := printable(spoken(f, f.Message)) + " in " + named(f)
	text += companion(f)
	for _, hop := range f.Chain {
		text += "\nset by " + strings.TrimSpace(printable(hop.Name)+"  "+where(hop.Range))
	}
	for _, hop := range f.Way {
		text += "\nby way of " + strings.TrimSpace(printable(hop.Name)+"  "+where(hop.Range))
	}
	if f.Verdict == checks.Unknown {
		text += "\nundecided: " + printable(spoken(f, f.Reason))
	}
	if f.Owner != "" {
		text += "\nOwner: " + printable(f.Owner)
	}
	if f.Change != "" {
		text += "\n" + became(f)
	}
	text += "\n" + printable(f.Check.Why)
	if fix := f.Check.Fix.For(f.Format); fix != "" {
		text += "\nFix: " + printable(fix)
	}
	return text
}

// annotate writes a command, unless there are enough of its kind. Of a missing
// attribute it names one line, for the annotation stands below the last.
func (g *annotations) annotate(command string, at model.Range, first bool, title, text string) {
	if g.shown[command] == mostAnnotations {
		g.leftOut++
		return
	}
	g.shown[command]++
	var properties []string
	if at.File != "" {
		properties = append(properties, "file="+property(printable(at.File)))
	}
	if at.File != "" && at.Start.Line > 0 {
		properties = append(properties, fmt.Sprintf("line=%d", at.Start.Line))
		switch {
		case first:
		case at.End.Line > at.Start.Line:
			properties = append(properties, fmt.Sprintf("endLine=%d", at.End.Line))
		case at.Start.Column > 0 && at.End.Column > at.Start.Column:
			properties = append(properties, fmt.Sprintf("col=%d,endColumn=%d", at.Start.Column, at.End.Column))
		}
	}
	properties = append(properties, "title="+property(cut(title, 255)))
	g.command(command+" "+strings.Join(properties, ","), text)
}

// summary is a notice: what is left out, and the counts.
func (g *annotations) summary(r *scan.Report) {
	var lines []string
	if g.leftOut > 0 {
		lines = append(lines, fmt.Sprintf("%s left out: a step shows %d of a kind. Other formats have them all.",
			count(g.leftOut, "annotation"), mostAnnotations))
	}
	if text := verdictless(r.Summary); text != "" {
		lines = append(lines, text)
	}
	for _, line := range facts(r) {
		lines = append(lines, line.label+": "+line.text)
	}
	g.command("notice title=lintel", strings.Join(lines, "\n"))
}

// command ends a line of the log. Nothing in the text can end it, or begin
// another command.
func (g *annotations) command(start, text string) {
	_, _ = fmt.Fprintf(g.w, "::%s::%s\n", start, cut(commandData.Replace(text), 60_000)) // Flush reports errors
}

var (
	commandData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func property(text string) string { return commandProperty.Replace(text) }
