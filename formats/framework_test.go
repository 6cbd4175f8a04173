package formats

import (
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/scan"
)

// audited is a report with the evidence for a framework.
func audited() *scan.Report {
	r := sample()
	failed := &r.Findings[0]
	e := scan.Evidence{Framework: checks.Framework{ID: "frame-1.0", Title: "Frame", Version: "1.0", Source: "https://example.com/frame"}}
	for _, c := range []struct {
		id, title string
		status    scan.ControlStatus
		checks    []string
		findings  []*scan.Finding
	}{
		{"1.1", "Disks are encrypted", scan.ControlFailed, []string{failed.Check.ID, "aws-other"}, []*scan.Finding{failed}},
		{"1.2", "Nobody smokes", scan.ControlUnchecked, nil, nil},
		{"1.3", "Topics are encrypted", scan.ControlPassed, []string{"aws-other"}, nil},
	} {
		e.Controls = append(e.Controls, checks.Control{ID: c.id, Title: c.title, Checks: c.checks})
		e.Results = append(e.Results, scan.ControlResult{Status: c.status, Findings: c.findings})
	}
	r.Evidence = []scan.Evidence{e}
	return r
}

const auditedBalance = "Frame 1.0: of 3 controls 1 with findings, 1 without a finding, 1 that no check covers"

func TestEvidenceInTexts(t *testing.T) {
	r := audited()
	against := "1.1  Disks are encrypted: " + r.Findings[0].Check.ID + " (1)\n"
	var table, markdown strings.Builder
	if err := Table(&table, r, TableOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := Markdown(&markdown, r, MarkdownOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{auditedBalance + "\n", "    FAIL  " + against, "no check  1.2\n", "controls  " + auditedBalance} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table lacks %q", want)
		}
	}
	for _, want := range []string{"<summary>" + auditedBalance + "</summary>", "- **fail** " + against, "- no check covers 1.2\n"} {
		if !strings.Contains(markdown.String(), want) {
			t.Errorf("the comment lacks %q", want)
		}
	}
}

func TestEvidenceInJSON(t *testing.T) {
	r := audited()
	doc := printJSON(t, r)
	for _, fault := range faults(t, scanSchema(t), doc) {
		t.Error(fault)
	}
	for _, want := range []string{
		`"id":"frame-1.0"`, `"status":"fail"`, `"findings":["` + r.Findings[0].Fingerprint + `"]`, `{"id":"1.2","title":"Nobody smokes","status":"unchecked","checks":[],"findings":[]}`,
	} {
		if !strings.Contains(doc, want) {
			t.Errorf("the JSON lacks %s", want)
		}
	}
}
