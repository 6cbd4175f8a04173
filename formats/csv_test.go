package formats

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/lintel-iac/lintel/scan"
)

func TestCSV(t *testing.T) {
	golden(t, "scan.csv", printed(t, sample(), CSV))
}

func readCSV(t *testing.T, r *scan.Report) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(printed(t, r, CSV))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	cells := make([]map[string]string, len(rows)-1)
	for i, row := range rows[1:] {
		cells[i] = make(map[string]string)
		for j, text := range row {
			cells[i][rows[0][j]] = text
		}
	}
	return cells
}

func TestCSVHasEveryRow(t *testing.T) {
	kinds := make(map[string]int)
	for _, row := range readCSV(t, sample()) {
		kinds[row["kind"]]++
		if row["kind"] == "finding" && (row["check"] == "" || row["verdict"] == "" || row["address"] == "" || row["line"] == "" || row["fingerprint"] == "") {
			t.Errorf("a cell is empty in %v", row)
		}
	}
	if kinds["finding"] != 8 || kinds["diagnostic"] != 3 || kinds["summary"] < 5 {
		t.Errorf("rows are %v", kinds)
	}
}

func TestCSVRow(t *testing.T) {
	row := readCSV(t, sample())[1]
	for column, want := range map[string]string{
		"severity": "medium", "verdict": "fail", "type": "aws_s3_bucket", "companion": "aws_s3_bucket_versioning.logs",
		"file": "main.tf", "line": "12", "column": "30", "end_line": "12", "end_column": "50", "root": ".",
		"set_by": "argument status of module.logs ../modules/a:b.tf:2:3; the value given for var.status",
	} {
		if row[column] != want {
			t.Errorf("%s is %q, want %q", column, row[column], want)
		}
	}
	if suppressed := readCSV(t, sample())[3]; suppressed["suppressed"] != "comment" || suppressed["suppression_until"] != "2030-01-01" {
		t.Errorf("suppressed is %v", suppressed)
	}
}

func TestCSVHasNoFormulas(t *testing.T) {
	for text, want := range map[string]string{
		`=HYPERLINK("http://x")`: `'=HYPERLINK("http://x")`, "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)",
		"  =1": "'  =1", `"=1`: `'"=1`, "＝1": "'＝1", "%x": "'%x", "|calc": "'|calc", "": "", "a=1": "a=1", "10": "10",
	} {
		if got := cell(text); got != want {
			t.Errorf("cell(%q) is %q, want %q", text, got, want)
		}
	}
	f := volumeFinding()
	f.Message, f.Place.File = "=cmd|' /C calc'!A0", "-x\t.tf"
	f.Resource.Address = "@evil"
	row := readCSV(t, &scan.Report{Findings: []scan.Finding{f}})[0]
	for _, column := range []string{"message", "file", "address", "instances"} {
		if !strings.HasPrefix(row[column], "'") {
			t.Errorf("%s is the formula %q", column, row[column])
		}
	}
}
