package formats

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/scan"
)

// csvColumns are the names in the first row. The first column tells findings
// from diagnostics and from the lines of the summary.
var csvColumns = []string{
	"kind", "check", "title", "severity", "verdict", "message", "reason", "type", "address", "companion", "instances",
	"file", "line", "column", "end_line", "end_column", "set_by", "root",
	"suppressed", "suppression_reason", "suppression_owner", "suppression_until", "fix", "fingerprint", "owner", "change",
}

// CSV writes the report for spreadsheets: a row for each finding, whatever its
// verdict, then one for each diagnostic and each line of the summary. Paths are
// relative to the report's base, as in JSON.
func CSV(w io.Writer, r *scan.Report) error {
	out := csv.NewWriter(w)
	_ = out.Write(csvColumns) // Error reports it
	for i := range r.Findings {
		csvRow(out, csvFinding(&r.Findings[i], r.Base))
	}
	for _, d := range r.Diagnostics {
		row := map[string]string{
			"kind": "diagnostic", "severity": string(d.Severity), "message": complaint(d),
			"file": printable(relative(r.Base, d.Range.File)), "line": csvNumber(d.Range.Start.Line), "column": csvNumber(d.Range.Start.Column),
		}
		csvRow(out, row)
	}
	if text := verdictless(r.Summary); text != "" {
		csvRow(out, map[string]string{"kind": "summary", "message": text})
	}
	for _, line := range facts(r) {
		csvRow(out, map[string]string{"kind": "summary", "title": line.label, "message": line.text})
	}
	out.Flush()
	return out.Error()
}

func csvFinding(f *scan.Finding, base string) map[string]string {
	row := map[string]string{
		"kind": "finding", "check": f.Check.ID, "title": printable(f.Check.Title), "severity": f.Check.Severity.String(),
		"verdict": string(f.Verdict), "message": printable(spoken(f, f.Message)), "reason": printable(spoken(f, f.Reason)),
		"instances": strings.Join(addresses(f), "; "), "set_by": csvChain(f, base), "root": printable(relative(base, f.Root)),
		"file": printable(relative(base, f.Place.File)), "line": csvNumber(f.Place.Start.Line), "column": csvNumber(f.Place.Start.Column),
		"end_line": csvNumber(f.Place.End.Line), "end_column": csvNumber(f.Place.End.Column),
		"fix": printable(f.Check.Fix.For(f.Format)), "fingerprint": f.Fingerprint, "owner": printable(f.Owner),
		"change": string(f.Change),
	}
	if f.Resource != nil {
		row["type"], row["address"] = printable(f.Resource.Type), printable(f.Resource.Address)
	}
	if f.Companion != nil {
		row["companion"] = printable(f.Companion.Address)
	}
	if s := f.Suppressed; s != nil {
		row["suppressed"], row["suppression_reason"] = printable(s.Kind), printable(s.Reason)
		row["suppression_owner"], row["suppression_until"] = printable(s.Owner), printable(s.Until)
	}
	return row
}

// csvChain are the places through which the value came, nearest first.
func csvChain(f *scan.Finding, base string) string {
	hops := make([]string, len(f.Chain))
	for i, hop := range f.Chain {
		hop.Range.File = relative(base, hop.Range.File)
		hops[i] = strings.TrimSpace(printable(hop.Name) + " " + where(hop.Range))
	}
	return strings.Join(hops, "; ")
}

func csvRow(out *csv.Writer, cells map[string]string) {
	row := make([]string, len(csvColumns))
	for i, column := range csvColumns {
		row[i] = cell(cells[column])
	}
	_ = out.Write(row) // Error reports it
}

// csvNumber is empty for what is not known.
func csvNumber(n int32) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(int(n))
}

// cell marks as text what a spreadsheet would take for a formula. Blanks and
// quotes in front do not keep all of them from it, nor do wide forms of a sign.
func cell(text string) string {
	switch start := strings.TrimLeft(text, " \"'"); {
	case start != "" && strings.ContainsAny(start[:1], "=+-@|%"), strings.HasPrefix(start, "＝"),
		strings.HasPrefix(start, "＋"), strings.HasPrefix(start, "－"), strings.HasPrefix(start, "＠"):
		return "'" + text
	}
	return text
}
