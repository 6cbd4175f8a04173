package formats

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

// CodeQualityOptions say what is an issue.
type CodeQualityOptions struct {
	ShowUnknown bool // undecided verdicts, too, as issues of severity info
}

type qualityIssue struct {
	Description string          `json:"description"`
	CheckName   string          `json:"check_name"`
	Fingerprint string          `json:"fingerprint"`
	Severity    string          `json:"severity"`
	Location    qualityLocation `json:"location"`
}

type qualityLocation struct {
	Path  string `json:"path"`
	Lines struct {
		Begin int32 `json:"begin"`
	} `json:"lines"`
}

// GitLabCodeQuality writes the report for the Code Quality widget of a merge
// request: a list of issues, and no more than that. What was not read or not
// decided is therefore an issue, too; what is suppressed is none.
func GitLabCodeQuality(w io.Writer, r *scan.Report, opt CodeQualityOptions) error {
	out := &jsonWriter{w: bufio.NewWriter(w)}
	n := 0
	add := func(issue qualityIssue) {
		out.element(n, issue)
		n++
	}
	out.text("[")
	for i := range r.Findings {
		if f := &r.Findings[i]; counts(f, opt.ShowUnknown) {
			add(qualityFinding(f))
		}
	}
	met := make(map[string]int)
	for _, d := range r.Diagnostics {
		if d.Severity != diag.Info {
			add(qualityDiagnostic(d, met))
		}
	}
	if left := unjudged(r, opt.ShowUnknown); left != "" {
		add(quality("lintel-unjudged", left, "info", model.Range{File: r.Base}, digest("unjudged")))
	}
	out.text("\n]\n")
	return out.flush()
}

func qualityFinding(f *scan.Finding) qualityIssue {
	text := printable(f.Check.Title+": "+spoken(f, f.Message)) + " in " + named(f)
	text += companion(f)
	for _, hop := range f.Chain {
		text += ", set by " + strings.TrimSpace(printable(hop.Name)+" "+where(hop.Range))
	}
	if f.Owner != "" {
		text += ", owned by " + printable(f.Owner)
	}
	severity := [...]string{checks.Low: "minor", checks.Medium: "major", checks.High: "critical", checks.Critical: "blocker"}[f.Check.Severity]
	if f.Verdict == checks.Unknown {
		text, severity = "Undecided: "+text+": "+printable(spoken(f, f.Reason)), "info"
	}
	return quality(f.Check.ID, text, severity, f.Place, f.Fingerprint)
}

// qualityDiagnostic is an issue about what was not read. Its fingerprint is free
// of the line, so that moving it makes it no new one; met tells equal ones apart.
func qualityDiagnostic(d diag.Diagnostic, met map[string]int) qualityIssue {
	check, severity := "lintel-unsure", "info"
	if d.Severity == diag.Error {
		check, severity = "lintel-unread", "major"
	}
	fingerprint := digest(check, d.Range.File, d.Summary)
	if met[fingerprint]++; met[fingerprint] > 1 {
		fingerprint = digest(fingerprint, strings.Repeat("+", met[fingerprint]))
	}
	return quality(check, complaint(d), severity, d.Range, fingerprint)
}

// quality makes an issue. It must have a path and a line; what lies in no file
// is at the top of the repository.
func quality(check, text, severity string, at model.Range, fingerprint string) qualityIssue {
	issue := qualityIssue{Description: text, CheckName: check, Fingerprint: fingerprint, Severity: severity}
	issue.Location.Path = cmp.Or(printable(at.File), ".")
	issue.Location.Lines.Begin = max(1, at.Start.Line)
	return issue
}

func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// unjudged says what of a run has no verdict, "" if there is nothing of it.
func unjudged(r *scan.Report, listed bool) string {
	var left []string
	if text := verdictless(r.Summary); text != "" {
		left = append(left, text)
	}
	for _, line := range facts(r) {
		switch {
		case line.label == "unknown" && r.Summary.Unknown > 0 && !listed:
			left = append(left, "undecided: "+line.text)
		case line.label == "no check", line.label == "skipped":
			left = append(left, line.label+": "+line.text)
		}
	}
	return strings.Join(left, "; ")
}
