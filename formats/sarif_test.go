package formats

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

func printSARIF(t *testing.T, r *scan.Report, opt SARIFOptions) string {
	t.Helper()
	var b strings.Builder
	if err := SARIF(&b, r, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func parseSARIF(t *testing.T, r *scan.Report, opt SARIFOptions) *sarif.Run {
	t.Helper()
	doc, err := sarif.FromString(printSARIF(t, r, opt))
	if err != nil {
		t.Fatal(err)
	}
	return doc.Runs[0]
}

func TestSARIF(t *testing.T) {
	var pretty strings.Builder
	var doc any
	if err := json.Unmarshal([]byte(printSARIF(t, sample(), SARIFOptions{ShowUnknown: true, Version: "0.1.0"})), &doc); err != nil {
		t.Fatal(err)
	}
	enc := json.NewEncoder(&pretty)
	enc.SetIndent("", " ")
	if err := enc.Encode(doc); err != nil {
		t.Fatal(err)
	}
	golden(t, "sarif.json", string(safeJSON([]byte(pretty.String()))))
}

// The library brings the schema with it, so this needs no network.
func TestSARIFIsValid(t *testing.T) {
	for _, r := range []*scan.Report{sample(), {}} {
		doc, err := sarif.FromString(printSARIF(t, r, SARIFOptions{ShowUnknown: true, Version: "0.1.0"}))
		if err != nil {
			t.Fatal(err)
		}
		if err := doc.Validate(); err != nil {
			t.Error(err)
		}
	}
}

func TestSARIFRulesAreAsGitHubWantsThem(t *testing.T) {
	run := parseSARIF(t, sample(), SARIFOptions{})
	if *run.Tool.Driver.Name != "lintel" || len(run.Tool.Driver.Rules) != 5 {
		t.Fatalf("tool %s has %d rules", *run.Tool.Driver.Name, len(run.Tool.Driver.Rules))
	}
	for _, rule := range run.Tool.Driver.Rules {
		bag := rule.Properties
		if *rule.ShortDescription.Text == "" || *rule.FullDescription.Text == "" || *rule.Help.Text == "" || *rule.Help.Markdown == "" {
			t.Errorf("%s lacks a text", *rule.ID)
		}
		if bag.Properties["precision"] != "high" {
			t.Errorf("%s has no precision", *rule.ID)
		}
		score, isString := bag.Properties["security-severity"].(string)
		security := slices.Contains(bag.Tags, "security")
		if isOpinion := *rule.ID == tags.ID; security == isOpinion || isString == isOpinion {
			t.Errorf("%s has security-severity %q and tags %v", *rule.ID, score, bag.Tags)
		}
	}
}

func TestSARIFResultsAreAsGitHubWantsThem(t *testing.T) {
	run := parseSARIF(t, sample(), SARIFOptions{})
	if len(run.Results) != 6 {
		t.Fatalf("%d results, want 6: neither passed nor unknown ones", len(run.Results))
	}
	for _, result := range run.Results {
		if id := *run.Tool.Driver.Rules[result.RuleIndex].ID; id != *result.RuleID {
			t.Errorf("rule %s is at the index of %s", *result.RuleID, id)
		}
		place := result.Locations[0].PhysicalLocation
		if uri := *place.ArtifactLocation.URI; strings.HasPrefix(uri, "/") || strings.ContainsAny(uri, " #ï:") {
			t.Errorf("uri is %q", uri)
		}
		r := place.Region
		if *r.StartLine < 1 || *r.StartColumn < 1 || *r.EndLine < *r.StartLine || *r.EndLine == *r.StartLine && *r.EndColumn <= *r.StartColumn {
			t.Errorf("region is %d:%d-%d:%d", *r.StartLine, *r.StartColumn, *r.EndLine, *r.EndColumn)
		}
		if result.PartialFingerprints["lintel/v1"] == "" || !strings.Contains(result.PartialFingerprints["primaryLocationLineHash"], ":") {
			t.Errorf("fingerprints are %v", result.PartialFingerprints)
		}
		if *result.Message.Text == "" || strings.Contains(*result.Message.Text, "](") {
			t.Errorf("message is %q", *result.Message.Text)
		}
	}
	if suppressed := run.Results[2].Suppressions; len(suppressed) != 1 || *suppressed[0].Kind != "inSource" {
		t.Errorf("suppressions are %v", suppressed)
	}
	var lines []int
	for _, related := range run.Results[1].RelatedLocations {
		lines = append(lines, *related.PhysicalLocation.Region.StartLine)
	}
	if want := []int{6, 10, 2}; !slices.Equal(lines, want) { // block, companion, and where the value was set
		t.Errorf("related are lines %v, want %v", lines, want)
	}
}

// Columns of the model count graphemes, those of SARIF count UTF-16 units.
func TestSARIFColumns(t *testing.T) {
	f := volumeFinding()
	f.Place = rng("a.tf", 1, 3, 1, 5)
	line := func(_ string, n int) string { return []string{"", "e\u0301😀ab", ""}[min(n, 2)] }
	run := parseSARIF(t, &scan.Report{Findings: []scan.Finding{f}, Line: line}, SARIFOptions{})
	region := run.Results[0].Locations[0].PhysicalLocation.Region
	if *run.ColumnKind != "utf16CodeUnits" || *region.StartColumn != 5 || *region.EndColumn != 7 {
		t.Errorf("%s: columns %d to %d, want 5 to 7", *run.ColumnKind, *region.StartColumn, *region.EndColumn)
	}
}

func TestSARIFNamesOneLineOfAMissingAttribute(t *testing.T) {
	f := hostileFinding()
	f.Place = rng("infra/main.tf", 1, 1, 4, 2)
	run := parseSARIF(t, &scan.Report{Findings: []scan.Finding{f}, Line: sourceLine}, SARIFOptions{})
	region := run.Results[0].Locations[0].PhysicalLocation.Region
	if *region.EndLine != 1 || *region.EndColumn != 35 {
		t.Errorf("the region ends at %d:%d, want 1:35", *region.EndLine, *region.EndColumn)
	}
}

func TestSARIFShowsUnknownOnRequest(t *testing.T) {
	run := parseSARIF(t, sample(), SARIFOptions{ShowUnknown: true})
	open := slices.IndexFunc(run.Results, func(r *sarif.Result) bool { return r.Kind == "open" })
	if open < 0 || run.Results[open].Level != "none" {
		t.Errorf("no open result of level none")
	}
}

func TestSARIFCategories(t *testing.T) {
	for want, r := range map[string]*scan.Report{"lintel/source/infra/": {Base: "infra"}, "lintel/source/": {Base: "."}} {
		if got := *parseSARIF(t, r, SARIFOptions{}).AutomationDetails.ID; got != want {
			t.Errorf("category of %q is %q, want %q", r.Base, got, want)
		}
	}
	if got := *parseSARIF(t, &scan.Report{}, SARIFOptions{Stage: "plan"}).AutomationDetails.ID; got != "lintel/plan/" {
		t.Errorf("category of a plan is %q", got)
	}
}

func TestSARIFTellsWhatWasNotRead(t *testing.T) {
	invocation := parseSARIF(t, sample(), SARIFOptions{}).Invocations[0]
	if *invocation.ExecutionSuccessful {
		t.Error("a run that lost content counts as successful")
	}
	var levels []string
	for _, note := range invocation.ToolExecutionNotifications {
		levels = append(levels, note.Level)
	}
	if !slices.Equal(levels, []string{"error", "warning", "note"}) {
		t.Errorf("levels are %v", levels)
	}
	calm := &scan.Report{Diagnostics: diag.List{{Severity: diag.Warning, Summary: "x"}}}
	if !*parseSARIF(t, calm, SARIFOptions{}).Invocations[0].ExecutionSuccessful {
		t.Error("a warning makes a run fail")
	}
}

func TestSARIFKeepsTheWorst(t *testing.T) {
	r := many(mostResults + 2)
	r.Diagnostics = nil
	r.Findings[0] = hostileFinding() // the only low ones
	r.Findings[7] = hostileFinding()
	run := parseSARIF(t, r, SARIFOptions{})
	if len(run.Results) != mostResults {
		t.Fatalf("%d results", len(run.Results))
	}
	for _, result := range run.Results {
		if *result.RuleID == tags.ID {
			t.Fatal("a mild result is kept in place of a severe one")
		}
	}
	notes := run.Invocations[0].ToolExecutionNotifications
	if len(notes) != 1 || !strings.HasPrefix(*notes[0].Message.Text, "2 results left out") {
		t.Errorf("notifications are %v", notes)
	}
}

func TestFileURI(t *testing.T) {
	for path, want := range map[string]string{
		"a/b.tf": "a/b.tf", "a b#?.tf": "a%20b%23%3F.tf", "c:d/e.tf": "c%3Ad/e.tf", "é.tf": "%C3%A9.tf", "a%2fb": "a%252fb",
	} {
		if got := fileURI(path); got != want {
			t.Errorf("fileURI(%q) is %q, want %q", path, got, want)
		}
	}
}

func BenchmarkSARIF10000(b *testing.B) {
	r := many(10_000)
	for b.Loop() {
		if err := SARIF(io.Discard, r, SARIFOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}
