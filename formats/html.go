package formats

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

var (
	//go:embed html/page.gohtml
	htmlPage string
	//go:embed html/page.css
	htmlStyle string
	//go:embed html/page.js
	htmlScript string
)

// HTML writes the report as one page that needs no network: findings by check,
// the worst first, with a filter and a search. The page holds all verdicts of the
// report; at first it shows those that failed.
func HTML(w io.Writer, r *scan.Report) error {
	page, err := template.New("page").Parse(htmlPage)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	if err := page.Execute(out, htmlReport(r)); err != nil {
		return err
	}
	return out.Flush()
}

// htmlDoc is what the template prints. All of it is text that the template
// escapes, but for the page's own style and script.
type htmlDoc struct {
	Style  template.CSS
	Script template.JS
	Policy string // which lets this style and script run, and nothing load
	Base   string
	Notice string // that nothing was judged
	Home   string

	Counts     []htmlCount // of findings, by what one can choose
	Changes    []htmlCount
	Severities []htmlCount
	Facts      []htmlFact
	Problems   []htmlProblem
	Groups     []*htmlGroup
	Open       bool // few enough findings to show them all at once

	FewProblems bool // so that they are no obstacle on the way to the findings
}

type htmlCount struct {
	Word    string
	Label   string
	N       int
	Checked bool
}

type htmlFact struct{ Label, Text string }

type htmlProblem struct{ Severity, Text, Place string }

// htmlGroup are the findings of one check.
type htmlGroup struct {
	ID, Title, Severity string
	Why                 string
	Fixes               []string
	References          []string
	Aliases             []htmlFact
	Findings            []htmlFinding
	worst               int
}

type htmlFinding struct {
	Verdict     string // or "suppressed"
	Message     string
	Address     string
	Others      []string // further instances
	Companion   string
	Place       string
	Line        string
	Before      string // the line of code, cut where the stretch that is meant
	Meant       string // begins and ends
	After       string
	Chain       []htmlFact
	Way         []htmlFact
	Reason      string
	Excuse      string
	Owner       string
	Change      string // in a word
	Became      string // in a sentence
	Fingerprint string
}

// mostOpen findings are shown without unfolding a check, mostProblems
// diagnostics without unfolding them.
const (
	mostOpen     = 60
	mostProblems = 10
)

func htmlReport(r *scan.Report) htmlDoc {
	groups := htmlGroups(r)
	doc := htmlDoc{
		Style: template.CSS(htmlStyle), Script: template.JS(htmlScript),
		Policy: "default-src 'none'; style-src '" + htmlHash(htmlStyle) + "'; script-src '" + htmlHash(htmlScript) + "'; base-uri 'none'; form-action 'none'",
		Base:   printable(r.Base), Notice: verdictless(r.Summary), Home: home,
		Groups: groups, Open: len(r.Findings) <= mostOpen,
	}
	if doc.Base == "." {
		doc.Base = ""
	}
	doc.FewProblems = len(r.Diagnostics) <= mostProblems
	doc.count(r)
	for _, line := range facts(r) {
		doc.Facts = append(doc.Facts, htmlFact{line.label, line.text})
	}
	for _, severity := range [...]diag.Severity{diag.Error, diag.Warning, diag.Info} {
		for _, d := range r.Diagnostics {
			if d.Severity == severity {
				doc.Problems = append(doc.Problems, htmlProblem{string(severity), complaint(d), where(d.Range)})
			}
		}
	}
	return doc
}

func htmlHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// count fills in the numbers beside the boxes.
func (d *htmlDoc) count(r *scan.Report) {
	bySeverity, byVerdict := make(map[string]int), make(map[string]int)
	for i := range r.Findings {
		f := &r.Findings[i]
		byVerdict[htmlVerdict(f)]++
		if htmlVerdict(f) == string(checks.Fail) {
			bySeverity[f.Check.Severity.String()]++
		}
	}
	for _, severity := range [...]checks.Severity{checks.Critical, checks.High, checks.Medium, checks.Low} {
		word := severity.String()
		d.Severities = append(d.Severities, htmlCount{word, word, bySeverity[word], true})
	}
	for _, verdict := range [...][2]string{
		{string(checks.Fail), "failed"}, {string(checks.Unknown), "undecided"}, {"suppressed", "suppressed"}, {string(scan.Fixed), "fixed"},
		{string(checks.Passed), "passed"},
	} {
		if n := byVerdict[verdict[0]]; n > 0 || verdict[0] == string(checks.Fail) {
			d.Counts = append(d.Counts, htmlCount{verdict[0], verdict[1], n, verdict[0] == string(checks.Fail)})
		}
	}
	for _, c := range changeWords {
		if r.Compared && c.change != scan.Fixed {
			d.Changes = append(d.Changes, htmlCount{string(c.change), c.word, r.Summary.Changes[c.change], true})
		}
	}
}

func htmlVerdict(f *scan.Finding) string {
	switch {
	case f.Suppressed != nil:
		return "suppressed"
	case f.Change == scan.Fixed:
		return string(f.Change)
	}
	return string(f.Verdict)
}

// htmlGroups are the findings by check, the worst check first: by what failed
// and is not suppressed, then by severity and number.
func htmlGroups(r *scan.Report) []*htmlGroup {
	var groups []*htmlGroup
	byCheck := make(map[*checks.Entry]*htmlGroup)
	source := sourceOf(r)
	for i := range r.Findings {
		f := &r.Findings[i]
		group, ok := byCheck[f.Check]
		if !ok {
			group = newHTMLGroup(f.Check)
			byCheck[f.Check] = group
			groups = append(groups, group)
		}
		group.worst = max(group.worst, rank(f))
		if fix := printable(f.Check.Fix.For(f.Format)); fix != "" && !slices.Contains(group.Fixes, fix) {
			group.Fixes = append(group.Fixes, fix)
		}
		group.Findings = append(group.Findings, newHTMLFinding(f, source))
	}
	slices.SortStableFunc(groups, func(a, b *htmlGroup) int {
		return cmp.Or(cmp.Compare(b.worst, a.worst), cmp.Compare(len(b.Findings), len(a.Findings)), cmp.Compare(a.ID, b.ID))
	})
	return groups
}

func newHTMLGroup(check *checks.Entry) *htmlGroup {
	group := &htmlGroup{
		ID: check.ID, Title: printable(check.Title), Severity: check.Severity.String(), Why: printable(check.Why), References: check.References,
	}
	for tool, ids := range check.Aliases.Each {
		group.Aliases = append(group.Aliases, htmlFact{tool, strings.Join(ids, ", ")})
	}
	return group
}

func newHTMLFinding(f *scan.Finding, source *source) htmlFinding {
	names := addresses(f)
	out := htmlFinding{
		Verdict: htmlVerdict(f), Message: printable(spoken(f, f.Message)), Place: where(f.Place),
		Reason: printable(spoken(f, f.Reason)), Fingerprint: f.Fingerprint, Owner: printable(f.Owner),
		Change: string(f.Change), Became: became(f),
	}
	if len(names) > 0 {
		out.Address, out.Others = names[0], names[1:]
	}
	if f.Companion != nil {
		out.Companion = printable(f.Companion.Address)
	}
	if f.Suppressed != nil {
		out.Excuse = excuse(f.Suppressed)
	}
	for _, hop := range f.Chain {
		out.Chain = append(out.Chain, htmlFact{printable(hop.Name), where(hop.Range)})
	}
	for _, hop := range f.Way {
		out.Way = append(out.Way, htmlFact{printable(hop.Name), where(hop.Range)})
	}
	if code, ok := source.snippet(f.Place); ok && f.Verdict != checks.Passed {
		out.code(f.Place, code)
	}
	return out
}

// code cuts the line in three, of which the middle is marked.
func (h *htmlFinding) code(at model.Range, code snippet) {
	h.Line = strconv.Itoa(int(at.Start.Line))
	to := max(code.from, len(strings.TrimRight(code.text[:code.to], " \t")))
	whole := printable(code.text)
	start, end := len(printable(code.text[:code.from])), len(printable(code.text[:to]))
	h.Before, h.Meant, h.After = whole[:start], whole[start:end], whole[end:]
}
