package formats

import (
	"io"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/scan"
)

func printTable(t *testing.T, r *scan.Report, opt TableOptions) string {
	t.Helper()
	var b strings.Builder
	if err := Table(&b, r, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTable(t *testing.T) {
	golden(t, "table.txt", printTable(t, sample(), TableOptions{}))
	golden(t, "table_all.txt", printTable(t, sample(), TableOptions{ShowUnknown: true, ShowPassed: true}))
	golden(t, "table_color.txt", printTable(t, sample(), TableOptions{Color: true}))
	golden(t, "table_screen.txt", printTable(t, sample(), TableOptions{Screen: true, ShowUnknown: true}))
	golden(t, "table_clean.txt", printTable(t, &scan.Report{Base: ".", Summary: scan.Summary{Passed: 3, Files: 1, Roots: 1, Resources: 3, Checked: 3}}, TableOptions{}))
}

func TestTableSaysFirstThatNothingWasJudged(t *testing.T) {
	for want, summary := range map[string]scan.Summary{
		"Nothing was judged: no resource was found.":                               {Files: 1},
		"Nothing was judged: no check knows the type of any of the 212 resources.": {Resources: 212, Unchecked: map[string]int{"azurerm": 212}},
		"Nothing was judged: no check knows the type of any of the 1 resource.":    {Resources: 1},
	} {
		first, _, _ := strings.Cut(printTable(t, &scan.Report{Summary: summary}, TableOptions{}), "\n")
		if first != want {
			t.Errorf("first line is %q, want %q", first, want)
		}
	}
	golden(t, "table_unchecked.txt", printTable(t, &scan.Report{Summary: scan.Summary{
		Files: 3, Roots: 1, Resources: 212, Unchecked: map[string]int{"azurerm": 212},
	}}, TableOptions{}))
}

// No byte of a hostile file reaches the terminal as it is, nor does a line look
// like a command to a build server.
func TestTableIsHarmless(t *testing.T) {
	out := printTable(t, sample(), TableOptions{ShowUnknown: true, ShowPassed: true}) + printTable(t, sample(), TableOptions{Screen: true})
	if strings.ContainsAny(out, "\x1b\x07\r\u0085\u202e") {
		t.Error("a control character is printed")
	}
	for line := range strings.Lines(out) {
		if strings.HasPrefix(strings.TrimSpace(line), "::") || strings.Contains(line, "##[") {
			t.Errorf("a build server would obey %q", line)
		}
	}
}

func TestTableCutsLongLines(t *testing.T) {
	long := strings.Repeat("é", 5_000) + "BAD" + strings.Repeat("x", 5_000)
	f := volumeFinding()
	f.Place = rng("long.tf", 1, 5_001, 1, 5_004)
	out := printTable(t, &scan.Report{Findings: []scan.Finding{f}, Line: func(string, int) string { return long }}, TableOptions{})
	var code, carets string
	for line := range strings.Lines(out) {
		switch {
		case strings.Contains(line, "BAD"):
			code = line
		case strings.Contains(line, "^"):
			carets = line
		}
	}
	if len(code) > 250 || !strings.Contains(code, "…") {
		t.Errorf("the line is not cut: %q", code)
	}
	column := len([]rune(code[:strings.Index(code, "BAD")]))
	if carets != strings.Repeat(" ", column)+"^^^\n" {
		t.Errorf("carets do not stand below:\n%s%s", code, carets)
	}
}

// However much there is, it fits; and what fits in full is shown in full.
func TestTableKeepsToAScreen(t *testing.T) {
	r := &scan.Report{Findings: many(1_000).Findings}
	for i := range 100 {
		r.Diagnostics.Warnf(model.Range{File: "x.tf"}, "warning %d", i)
	}
	out := printTable(t, r, TableOptions{Screen: true})
	if n := strings.Count(out, "\n"); n > 30 || !strings.Contains(out, "and 1082 more") {
		t.Errorf("%d lines:\n%s", n, out)
	}
	few := &scan.Report{Findings: []scan.Finding{volumeFinding()}, Line: sourceLine}
	if in, out := printTable(t, few, TableOptions{}), printTable(t, few, TableOptions{Screen: true}); in != out {
		t.Errorf("one finding is shown as\n%s", out)
	}
}

// What is wrong with one place is told of it once.
func TestTableShowsAPlaceOnce(t *testing.T) {
	first, second, other := volumeFinding(), volumeFinding(), volumeFinding()
	second.Message = "another fault"
	other.Place = rng("main.tf", 9, 3, 9, 12)
	out := printTable(t, &scan.Report{Findings: []scan.Finding{first, second, other}, Line: sourceLine}, TableOptions{})
	if n := strings.Count(out, "  at  the same place\n"); n != 1 {
		t.Errorf("%d findings are at the same place:\n%s", n, out)
	}
	if n := strings.Count(out, "^^^"); n < 2 {
		t.Errorf("%d places are shown:\n%s", n, out)
	}
}

func TestTableWithoutAPlace(t *testing.T) {
	f := volumeFinding()
	f.Place = model.Range{}
	out := printTable(t, &scan.Report{Findings: []scan.Finding{f}}, TableOptions{})
	if strings.Contains(out, "^") || strings.Contains(out, "   at  ") {
		t.Errorf("a place is printed:\n%s", out)
	}
}

func BenchmarkTable10000(b *testing.B) {
	r := many(10_000)
	for b.Loop() {
		if err := Table(io.Discard, r, TableOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

// A verdict counts once, and one that failed is not unknown as well.
func TestCausesAreOfVerdicts(t *testing.T) {
	failed, doubted, again := volumeFinding(), volumeFinding(), volumeFinding()
	doubted.Verdict, doubted.Reason = checks.Unknown, "var.x has no value here"
	again.Verdict, again.Reason = checks.Unknown, "var.y has no value here"
	if got := causes(&scan.Report{Findings: []scan.Finding{doubted, again}}); got != ": var.x has no value here (3)" {
		t.Errorf("got %q", got)
	}
	if got := causes(&scan.Report{Findings: []scan.Finding{doubted, failed}}); got != "" {
		t.Errorf("got %q", got)
	}
}
