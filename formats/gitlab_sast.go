package formats

import (
	"bufio"
	"cmp"
	"io"
	"strings"
	"time"

	"github.com/google/uuid"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

// SASTOptions say what goes into GitLab's SAST report.
type SASTOptions struct {
	ShowUnknown bool      // undecided verdicts as vulnerabilities of severity Unknown
	Version     string    // of lintel; the format demands one, "" becomes "0"
	Start, End  time.Time // of the scan; the format demands them
}

// sastSchema is the version of GitLab's schema to which the report conforms.
const sastSchema = "15.0.7"

type sastScan struct {
	Analyzer  sastTool      `json:"analyzer"`
	Scanner   sastTool      `json:"scanner"`
	Type      string        `json:"type"`
	StartTime string        `json:"start_time"`
	EndTime   string        `json:"end_time"`
	Status    string        `json:"status"`
	Messages  []sastMessage `json:"messages"`
}

type sastTool struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	URL     string `json:"url"`
	Version string `json:"version"`
	Vendor  struct {
		Name string `json:"name"`
	} `json:"vendor"`
}

type sastMessage struct {
	Level string `json:"level"`
	Value string `json:"value"`
}

type vulnerability struct {
	ID          string            `json:"id"`
	Name        string            `json:"name"`
	Description string            `json:"description"`
	Severity    string            `json:"severity"`
	Solution    string            `json:"solution,omitempty"`
	Identifiers []sastIdentifier  `json:"identifiers"`
	Links       []sastLink        `json:"links,omitempty"`
	Details     map[string]detail `json:"details,omitempty"`
	Tracking    tracking          `json:"tracking"`
	Location    sastLocation      `json:"location"`
}

type sastIdentifier struct {
	Type  string `json:"type"`
	Name  string `json:"name"`
	Value string `json:"value"`
}

type sastLink struct {
	URL string `json:"url"`
}

type sastLocation struct {
	File      string `json:"file"`
	StartLine int32  `json:"start_line"`
	EndLine   int32  `json:"end_line"`
}

// detail is one thing that GitLab shows below the description, as plain text:
// a list, or a text, of which the other is left out.
type detail struct {
	Name  string   `json:"name,omitempty"`
	Type  string   `json:"type"`
	Items []detail `json:"items,omitempty"`
	Value string   `json:"value,omitempty"`
}

// tracking tells GitLab that a vulnerability is the same one after its lines
// have moved, and that two on one line are two.
type tracking struct {
	Type  string         `json:"type"`
	Items []trackingItem `json:"items"`
}

type trackingItem struct {
	sastLocation
	Signatures []signature `json:"signatures"`
}

type signature struct {
	Algorithm string `json:"algorithm"`
	Value     string `json:"value"`
}

// GitLabSAST writes the report for GitLab's security dashboard. What is not a
// vulnerability is a message of the scan: what was not read, and the summary.
// What is suppressed is only counted there.
func GitLabSAST(w io.Writer, r *scan.Report, opt SASTOptions) error {
	out := &jsonWriter{w: bufio.NewWriter(w)}
	out.text(`{"version":"` + sastSchema + `","schema":"https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v` +
		sastSchema + `/dist/sast-report-format.json","scan":`)
	out.value(sastRun(r, opt))
	out.text(`,"vulnerabilities":[`)
	n := 0
	for i := range r.Findings {
		if f := &r.Findings[i]; counts(f, opt.ShowUnknown) {
			out.element(n, sastVulnerability(f))
			n++
		}
	}
	out.text("\n]}\n")
	return out.flush()
}

func sastRun(r *scan.Report, opt SASTOptions) sastScan {
	const layout = "2006-01-02T15:04:05"
	tool := sastTool{ID: "lintel", Name: "Lintel", URL: home, Version: cmp.Or(opt.Version, "0")}
	tool.Vendor.Name = "Lintel"
	run := sastScan{
		Analyzer: tool, Scanner: tool, Type: "sast", Status: "success",
		StartTime: opt.Start.UTC().Format(layout), EndTime: opt.End.UTC().Format(layout),
	}
	if r.Diagnostics.HasErrors() {
		run.Status = "failure"
	}
	for _, d := range r.Diagnostics {
		level := "warn" // "fatal" would say that the scan came to a halt
		if d.Severity == diag.Info {
			level = "info"
		}
		run.Messages = append(run.Messages, sastMessage{level, strings.TrimSpace(string(d.Severity) + ": " + complaint(d) + "  " + where(d.Range))})
	}
	if text := verdictless(r.Summary); text != "" {
		run.Messages = append(run.Messages, sastMessage{"warn", text})
	}
	for _, line := range facts(r) {
		run.Messages = append(run.Messages, sastMessage{"info", line.label + ": " + line.text})
	}
	return run
}

func sastVulnerability(f *scan.Finding) vulnerability {
	at := sastLocation{cmp.Or(printable(f.Place.File), "."), max(1, f.Place.Start.Line), max(1, f.Place.Start.Line, f.Place.End.Line)}
	if f.At.State == model.Absent {
		at.EndLine = at.StartLine
	}
	v := vulnerability{
		ID:          uuid.NewSHA1(uuid.NameSpaceURL, []byte(home+"#"+f.Fingerprint)).String(),
		Name:        cut(printable(f.Check.Title), 255),
		Description: codeSpan(printable(spoken(f, f.Message))) + " in " + codeSpan(named(f)) + ".\n\n" + markdownText(f.Check.Why),
		Severity:    sastSeverity(f),
		Solution:    cut(printable(f.Check.Fix.For(f.Format)), 7000),
		// Ids of other tools are not among the identifiers: GitLab takes two
		// vulnerabilities on a line for one if they share any.
		Identifiers: []sastIdentifier{{Type: "lintel_check", Name: f.Check.ID, Value: f.Check.ID}},
		Details:     sastDetails(f),
		Tracking:    tracking{"source", []trackingItem{{at, []signature{{"hash", f.Fingerprint}}}}},
		Location:    at,
	}
	for _, reference := range f.Check.References {
		if strings.HasPrefix(reference, "https://") {
			v.Links = append(v.Links, sastLink{reference})
		}
	}
	return v
}

func sastSeverity(f *scan.Finding) string {
	if f.Verdict == checks.Unknown {
		return "Unknown"
	}
	return [...]string{checks.Low: "Low", checks.Medium: "Medium", checks.High: "High", checks.Critical: "Critical"}[f.Check.Severity]
}

func sastDetails(f *scan.Finding) map[string]detail {
	details := make(map[string]detail)
	var hops, others []string
	for _, hop := range f.Chain {
		hops = append(hops, strings.TrimSpace(printable(hop.Name)+"  "+where(hop.Range)))
	}
	for tool, ids := range f.Check.Aliases.Each {
		others = append(others, tool+": "+strings.Join(ids, ", "))
	}
	for _, l := range [...]struct {
		key, name string
		texts     []string
	}{{"resource", "Resources", addresses(f)}, {"set_by", "Set by", hops}, {"aliases", "In other tools", others}} {
		if len(l.texts) > 0 {
			details[l.key] = list(l.name, l.texts)
		}
	}
	if f.Companion != nil {
		details["companion"] = detail{Name: "Set in", Type: "text", Value: printable(f.Companion.Address)}
	}
	if f.Owner != "" {
		details["owner"] = detail{Name: "Owner", Type: "text", Value: printable(f.Owner)}
	}
	if f.Change != "" {
		details["change"] = detail{Name: "Change", Type: "text", Value: became(f)}
	}
	if f.Verdict == checks.Unknown {
		details["reason"] = detail{Name: "Undecided because", Type: "text", Value: printable(spoken(f, f.Reason))}
	}
	return details
}

func list(name string, texts []string) detail {
	items := make([]detail, len(texts))
	for i, text := range texts {
		items[i] = detail{Type: "text", Value: text}
	}
	return detail{Name: name, Type: "list", Items: items}
}
