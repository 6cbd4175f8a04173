package formats

import (
	"encoding/json"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/scan"
)

func printCodeQuality(t *testing.T, r *scan.Report, opt CodeQualityOptions) string {
	t.Helper()
	return printed(t, r, func(w io.Writer, r *scan.Report) error { return GitLabCodeQuality(w, r, opt) })
}

func printSAST(t *testing.T, r *scan.Report, opt SASTOptions) string {
	t.Helper()
	opt.Start, opt.End = noon, noon
	return printed(t, r, func(w io.Writer, r *scan.Report) error { return GitLabSAST(w, r, opt) })
}

func TestGitLab(t *testing.T) {
	golden(t, "gitlab_codequality.json", printCodeQuality(t, sample(), CodeQualityOptions{}))
	golden(t, "gitlab_codequality_unknown.json", printCodeQuality(t, sample(), CodeQualityOptions{ShowUnknown: true}))
	golden(t, "gitlab_sast.json", printSAST(t, sample(), SASTOptions{ShowUnknown: true, Version: "0.1.0"}))
}

func issues(t *testing.T, r *scan.Report, opt CodeQualityOptions) []map[string]any {
	t.Helper()
	var list []map[string]any
	if err := json.Unmarshal([]byte(printCodeQuality(t, r, opt)), &list); err != nil {
		t.Fatal(err)
	}
	return list
}

// GitLab documents these properties, and shows issues of one fingerprint as one.
func TestCodeQualityHasWhatGitLabDemands(t *testing.T) {
	out := printCodeQuality(t, sample(), CodeQualityOptions{ShowUnknown: true})
	if !strings.HasPrefix(out, "[") {
		t.Errorf("the file begins with %q", out[:3])
	}
	fingerprints := make(map[string]bool)
	for _, issue := range issues(t, sample(), CodeQualityOptions{ShowUnknown: true}) {
		for _, name := range []string{"description", "check_name", "fingerprint", "severity"} {
			if text, ok := issue[name].(string); !ok || text == "" {
				t.Errorf("%s is %v", name, issue[name])
			}
		}
		if !slices.Contains([]string{"info", "minor", "major", "critical", "blocker"}, issue["severity"].(string)) {
			t.Errorf("severity is %v", issue["severity"])
		}
		location := issue["location"].(map[string]any)
		path, _ := location["path"].(string)
		if line, _ := location["lines"].(map[string]any)["begin"].(float64); path == "" || strings.HasPrefix(path, "/") || line < 1 {
			t.Errorf("location is %v", location)
		}
		if fingerprint := issue["fingerprint"].(string); fingerprints[fingerprint] {
			t.Errorf("%s is there twice", fingerprint)
		}
		fingerprints[issue["fingerprint"].(string)] = true
	}
}

func TestCodeQualityIssues(t *testing.T) {
	for _, test := range []struct {
		opt  CodeQualityOptions
		want []string
	}{
		{CodeQualityOptions{}, []string{"critical", "major", "blocker", "blocker", "minor", "major", "info", "info"}},
		{CodeQualityOptions{ShowUnknown: true}, []string{"critical", "major", "info", "blocker", "blocker", "minor", "major", "info", "info"}},
	} {
		var severities []string
		for _, issue := range issues(t, sample(), test.opt) {
			severities = append(severities, issue["severity"].(string))
		}
		if !slices.Equal(severities, test.want) {
			t.Errorf("%+v: severities are %v, want %v", test.opt, severities, test.want)
		}
	}
	clean := &scan.Report{Summary: scan.Summary{Passed: 1, Resources: 1, Checked: 1}}
	if list := issues(t, clean, CodeQualityOptions{}); list == nil || len(list) != 0 {
		t.Errorf("a clean run has the issues %v", list)
	}
}

// sast follows GitLab's schema 15.0.7, by what its text demands.
type sast struct {
	Version, Schema string
	Scan            struct {
		Analyzer, Scanner struct {
			ID, Name, Version string
			Vendor            struct{ Name string }
		}
		Type, Status string
		StartTime    string `json:"start_time"`
		EndTime      string `json:"end_time"`
		Messages     []struct{ Level, Value string }
	}
	Vulnerabilities []struct {
		ID, Name, Description, Severity, Solution string
		Identifiers                               []struct{ Type, Name, Value string }
		Links                                     []struct{ URL string }
		Details                                   map[string]struct{ Name, Type string }
		Tracking                                  struct {
			Type  string
			Items []struct {
				Signatures []struct{ Algorithm, Value string }
			}
		}
		Location struct {
			File      string
			StartLine int `json:"start_line"`
			EndLine   int `json:"end_line"`
		}
	}
}

func parseSAST(t *testing.T, r *scan.Report, opt SASTOptions) sast {
	t.Helper()
	var doc sast
	if err := json.Unmarshal([]byte(printSAST(t, r, opt)), &doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestSASTScanHasWhatGitLabDemands(t *testing.T) {
	doc := parseSAST(t, sample(), SASTOptions{})
	moment := regexp.MustCompile(`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$`)
	if !regexp.MustCompile(`^15\.\d+\.\d+$`).MatchString(doc.Version) || !strings.HasPrefix(doc.Schema, "https://") {
		t.Errorf("version %s, schema %s", doc.Version, doc.Schema)
	}
	if doc.Scan.Type != "sast" || !moment.MatchString(doc.Scan.StartTime) || !moment.MatchString(doc.Scan.EndTime) {
		t.Errorf("scan is %+v", doc.Scan)
	}
	for _, tool := range []struct{ ID, Name, Version, Vendor string }{
		{doc.Scan.Analyzer.ID, doc.Scan.Analyzer.Name, doc.Scan.Analyzer.Version, doc.Scan.Analyzer.Vendor.Name},
		{doc.Scan.Scanner.ID, doc.Scan.Scanner.Name, doc.Scan.Scanner.Version, doc.Scan.Scanner.Vendor.Name},
	} {
		if tool.ID == "" || tool.Name == "" || tool.Version == "" || tool.Vendor == "" {
			t.Errorf("a tool lacks a text: %+v", tool)
		}
	}
	for _, message := range doc.Scan.Messages {
		if !slices.Contains([]string{"info", "warn", "fatal"}, message.Level) || message.Value == "" {
			t.Errorf("message is %+v", message)
		}
	}
	if doc.Scan.Status != "failure" {
		t.Errorf("a scan that lost content has the status %s", doc.Scan.Status)
	}
	if calm := parseSAST(t, &scan.Report{}, SASTOptions{}); calm.Scan.Status != "success" || calm.Vulnerabilities == nil {
		t.Errorf("an empty scan has the status %s and vulnerabilities %v", calm.Scan.Status, calm.Vulnerabilities)
	}
}

func TestSASTVulnerabilitiesHaveWhatGitLabDemands(t *testing.T) {
	doc := parseSAST(t, sample(), SASTOptions{ShowUnknown: true})
	if len(doc.Vulnerabilities) != 6 { // neither passed nor suppressed
		t.Errorf("%d vulnerabilities", len(doc.Vulnerabilities))
	}
	known := regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	ids := make(map[string]bool)
	for _, v := range doc.Vulnerabilities {
		if !known.MatchString(v.ID) || ids[v.ID] {
			t.Errorf("id %q is no UUID, or is there twice", v.ID)
		}
		ids[v.ID] = true
		if v.Name == "" || len(v.Name) > 255 || v.Description == "" || len(v.Solution) > 7000 {
			t.Errorf("texts of %+v", v)
		}
		if !slices.Contains([]string{"Unknown", "Low", "Medium", "High", "Critical"}, v.Severity) {
			t.Errorf("severity is %s", v.Severity)
		}
		if len(v.Identifiers) != 1 || v.Identifiers[0].Type == "" || v.Identifiers[0].Name == "" || v.Identifiers[0].Value == "" {
			t.Errorf("identifiers are %+v", v.Identifiers)
		}
		if v.Location.File == "" || v.Location.StartLine < 1 || v.Location.EndLine < v.Location.StartLine {
			t.Errorf("location is %+v", v.Location)
		}
		if v.Tracking.Type != "source" || len(v.Tracking.Items) != 1 || len(v.Tracking.Items[0].Signatures) != 1 || v.Tracking.Items[0].Signatures[0].Value == "" {
			t.Errorf("tracking is %+v", v.Tracking)
		}
		for key, d := range v.Details {
			if d.Name == "" || !slices.Contains([]string{"list", "text"}, d.Type) {
				t.Errorf("detail %s is %+v", key, d)
			}
		}
	}
	if severity := doc.Vulnerabilities[2].Severity; severity != "Unknown" {
		t.Errorf("an undecided verdict has the severity %s", severity)
	}
}

// The id is made of the fingerprint alone: it stays when lines move.
func TestSASTIDsAreStable(t *testing.T) {
	here, there := volumeFinding(), volumeFinding()
	there.Place.Start.Line += 10
	if a, b := sastVulnerability(&here).ID, sastVulnerability(&there).ID; a != b {
		t.Errorf("ids are %s and %s", a, b)
	}
}

// GitLab reads a description as Markdown.
func TestSASTDescriptionsAreHarmless(t *testing.T) {
	f := hostileFinding()
	description := sastVulnerability(&f).Description
	if !markdownIsHarmless(description) {
		t.Errorf("description is %s", description)
	}
}
