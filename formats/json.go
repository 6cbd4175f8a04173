package formats

import (
	"bufio"
	"encoding/json"
	"io"
	"maps"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/scan"
)

// schemaVersion changes with the shape of the JSON that scans print.
const schemaVersion = "1"

type findingJSON struct {
	Check        string            `json:"check"`
	Verdict      string            `json:"verdict"`
	Severity     string            `json:"severity"`
	Message      string            `json:"message"`
	Reason       *string           `json:"reason"` // of an unknown
	Fingerprint  string            `json:"fingerprint"`
	Suppressed   *scan.Suppression `json:"suppressed"`
	Root         string            `json:"root"`
	Resource     *partyJSON        `json:"resource"`
	Companion    *partyJSON        `json:"companion"`
	Instances    []*partyJSON      `json:"instances"`
	Location     *locationJSON     `json:"location"`
	OriginChain  []hopJSON         `json:"origin_chain"`
	Way          []hopJSON         `json:"way,omitempty"`
	Environments []string          `json:"environments,omitempty"`
	When         []map[string]bool `json:"when,omitempty"`
	Change       *string           `json:"change"`
	Owner        *string           `json:"owner"`
}

type partyJSON struct {
	Type     string `json:"type"`
	Address  string `json:"address"`
	Location *block `json:"location"`
}

// hopJSON is a place through which a value came; Location is null where that is
// in no file.
type hopJSON struct {
	Name     string        `json:"name"`
	Location *locationJSON `json:"location"`
}

type locationJSON struct {
	File        string `json:"file"`
	StartLine   int32  `json:"start_line"`
	StartColumn int32  `json:"start_column"`
	EndLine     int32  `json:"end_line"`
	EndColumn   int32  `json:"end_column"`
}

type diagnosticJSON struct {
	Severity  diag.Severity `json:"severity"`
	Summary   string        `json:"summary"`
	Detail    string        `json:"detail"`
	File      string        `json:"file"`
	StartLine int32         `json:"start_line"`
}

// JSON writes the report for programs. Paths are relative to the report's base;
// what does not apply to a finding is null.
func JSON(w io.Writer, r *scan.Report) error {
	out := &jsonWriter{w: bufio.NewWriter(w)}
	out.text(`{"schema_version":"` + schemaVersion + `","findings":[`)
	for i := range r.Findings {
		out.element(i, jsonFinding(&r.Findings[i], r.Base))
	}
	out.text("\n],\"diagnostics\":[")
	out.diagnostics(r.Diagnostics, r.Base)
	out.text("\n]")
	if r.Unseen != nil {
		out.text(",\"unseen\":")
		out.value(r.Unseen)
	}
	out.text(",\"summary\":")
	out.value(countsOf(r.Summary))
	if len(r.Evidence) > 0 {
		out.text(",\"frameworks\":[")
		for i := range r.Evidence {
			out.element(i, jsonEvidence(&r.Evidence[i]))
		}
		out.text("\n]")
	}
	out.text("}\n")
	return out.flush()
}

func jsonFinding(f *scan.Finding, base string) findingJSON {
	out := findingJSON{
		Check: f.Check.ID, Verdict: string(f.Verdict), Severity: f.Check.Severity.String(),
		Message: spoken(f, f.Message), Fingerprint: f.Fingerprint, Suppressed: f.Suppressed,
		Root: rootOf(f, base), Resource: jsonParty(f.Resource, base), Companion: jsonParty(f.Companion, base),
		Environments: f.Environments,
		Instances:    make([]*partyJSON, len(f.Instances)), OriginChain: make([]hopJSON, len(f.Chain)),
	}
	for _, term := range f.When {
		conditions := make(map[string]bool, len(term))
		for _, g := range term {
			conditions[g.Condition] = g.Holds
		}
		out.When = append(out.When, conditions)
	}
	for i, hop := range f.Chain {
		out.OriginChain[i] = jsonHop(hop, base)
	}
	for _, hop := range f.Way {
		out.Way = append(out.Way, jsonHop(hop, base))
	}
	if f.Owner != "" {
		out.Owner = &f.Owner
	}
	if f.Change != "" {
		change := string(f.Change)
		out.Change = &change
	}
	if f.Reason != "" {
		reason := spoken(f, f.Reason)
		out.Reason = &reason
	}
	for i, instance := range f.Instances {
		out.Instances[i] = jsonParty(instance, base)
	}
	if f.Place.File != "" {
		out.Location = locationOf(f.Place, base)
	}
	return out
}

func jsonHop(hop model.Hop, base string) hopJSON {
	out := hopJSON{Name: hop.Name}
	if hop.Range.File != "" {
		out.Location = locationOf(hop.Range, base)
	}
	return out
}

// rootOf is the root as seen from the base, unless it is a region and no folder.
func rootOf(f *scan.Finding, base string) string {
	if f.Format == model.Live {
		return f.Root
	}
	return relative(base, f.Root)
}

func locationOf(at model.Range, base string) *locationJSON {
	return &locationJSON{relative(base, at.File), at.Start.Line, at.Start.Column, at.End.Line, at.End.Column}
}

func jsonParty(r *model.Resource, base string) *partyJSON {
	if r == nil {
		return nil
	}
	return &partyJSON{Type: r.Type, Address: r.Address, Location: blockAt(r.Location, base)}
}

// countsOf is the summary with objects where a map is nil.
func countsOf(s scan.Summary) scan.Summary {
	for _, m := range []*map[string]int{&s.Skipped, &s.Unchecked, &s.BySeverity} {
		if *m == nil {
			*m = map[string]int{}
		}
	}
	bySeverity := map[string]int{"critical": 0, "high": 0, "medium": 0, "low": 0}
	maps.Copy(bySeverity, s.BySeverity)
	s.BySeverity = bySeverity
	return s
}

// jsonWriter writes a large document piece by piece and keeps the first error.
type jsonWriter struct {
	w   *bufio.Writer
	err error
}

func (j *jsonWriter) text(s string) {
	_, _ = j.w.WriteString(s) // flush reports the error
}

// value writes what encoding/json makes of v.
func (j *jsonWriter) value(v any) {
	doc, err := json.Marshal(v)
	if err != nil && j.err == nil {
		j.err = err
	}
	_, _ = j.w.Write(safeJSON(doc))
}

// element writes a member of an array on a line of its own.
func (j *jsonWriter) element(i int, v any) {
	if i > 0 {
		j.text(",")
	}
	j.text("\n")
	j.value(v)
}

func (j *jsonWriter) diagnostics(list diag.List, base string) {
	for i, d := range list {
		j.element(i, diagnosticJSON{d.Severity, d.Summary, d.Detail, relative(base, d.Range.File), d.Range.Start.Line})
	}
}

func (j *jsonWriter) flush() error {
	if err := j.w.Flush(); err != nil {
		return err
	}
	return j.err
}
