package formats

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

func printGitHub(t *testing.T, r *scan.Report, opt GitHubOptions) string {
	t.Helper()
	return printed(t, r, func(w io.Writer, r *scan.Report) error { return GitHub(w, r, opt) })
}

func TestGitHub(t *testing.T) {
	golden(t, "github.txt", printGitHub(t, sample(), GitHubOptions{}))
	golden(t, "github_unknown.txt", printGitHub(t, sample(), GitHubOptions{ShowUnknown: true}))
}

// workflowCommand is the whole of a line, with the properties that GitHub knows.
var workflowCommand = regexp.MustCompile(`^::(error|warning|notice) ((file|line|endLine|col|endColumn|title)=[^,:\r\n]*,?)+::([^\r\n]*)\n$`)

func TestGitHubWritesNothingButCommands(t *testing.T) {
	for line := range strings.Lines(printGitHub(t, sample(), GitHubOptions{ShowUnknown: true})) {
		if !workflowCommand.MatchString(line) {
			t.Errorf("%q is no command", line)
		}
	}
}

func TestGitHubShowsTheWorstWithinTheLimits(t *testing.T) {
	r := many(25) // high
	for i := range 12 {
		f := versionsFinding()
		f.Message = fmt.Sprint("medium ", i)
		r.Findings = append(r.Findings, f)
	}
	worst := passwordFinding()
	worst.Message = "the worst"
	r.Findings = append(r.Findings, worst, hostileFinding())
	r.Diagnostics = diag.List{{Severity: diag.Error, Summary: "syntax error", Range: rng("a.tf", 1, 1, 1, 1)}}
	n := make(map[string]int)
	var lines []string
	for line := range strings.Lines(printGitHub(t, r, GitHubOptions{})) {
		command, _, _ := strings.Cut(line[2:], " ")
		n[command]++
		lines = append(lines, line)
	}
	if n["error"] != 10 || n["warning"] != 10 || n["notice"] != 1 {
		t.Errorf("annotations are %v", n)
	}
	if !strings.Contains(lines[0], "the worst") || !strings.Contains(lines[1], "syntax error") {
		t.Errorf("the first are %q and %q", lines[0], lines[1])
	}
	// 25 high, the critical and the error less 10, 12 medium and the low less 10
	if last := lines[len(lines)-1]; !strings.Contains(last, "20 annotations left out") {
		t.Errorf("the last is %q", last)
	}
}

func TestGitHubPutsUndecidedBehindFailed(t *testing.T) {
	undecided := unknownFinding()
	undecided.Check = written // critical
	r := &scan.Report{Findings: []scan.Finding{undecided, versionsFinding()}}
	lines := strings.Split(printGitHub(t, r, GitHubOptions{ShowUnknown: true}), "\n")
	if !strings.Contains(lines[0], versioning.ID) || !strings.HasPrefix(lines[1], "::warning ") || !strings.Contains(lines[1], "unknown%3A") {
		t.Errorf("lines are %q", lines)
	}
}

func TestGitHubNamesOneLineOfAMissingAttribute(t *testing.T) {
	f := hostileFinding()
	f.Place = rng("infra/main.tf", 1, 1, 4, 2)
	if out := printGitHub(t, &scan.Report{Findings: []scan.Finding{f}}, GitHubOptions{}); !strings.Contains(out, "line=1,title") {
		t.Errorf("it names more: %q", out)
	}
	f.At = volumeFinding().At
	if out := printGitHub(t, &scan.Report{Findings: []scan.Finding{f}}, GitHubOptions{}); !strings.Contains(out, "line=1,endLine=4,title") {
		t.Errorf("it does not name all: %q", out)
	}
}

// No name of a file can end its property, or the command.
func TestGitHubEscapesProperties(t *testing.T) {
	f := volumeFinding()
	f.Place.File = "a,line=9::b%\r\n::error::c.tf"
	out := printGitHub(t, &scan.Report{Findings: []scan.Finding{f}}, GitHubOptions{})
	if strings.Count(out, "\n") != 2 || !strings.HasPrefix(out, `::error file=a%2Cline=9%3A%3Ab%25\r\n%3A%3Aerror%3A%3Ac.tf,line=3,`) {
		t.Errorf("output is %q", out)
	}
}

func TestGravity(t *testing.T) {
	for check, want := range map[*checks.Entry]string{written: "error", volume: "error", versioning: "warning", tags: "warning"} {
		f := base(check, checks.Fail, rng("a.tf", 1, 1, 1, 1))
		if got := gravity(&f); got != want {
			t.Errorf("%s is an %s, want %s", check.ID, got, want)
		}
	}
}
