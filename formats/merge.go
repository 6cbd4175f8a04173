package formats

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
)

// mergedJSON is a report as Merge needs it; the rest of each finding stays as it is.
type mergedJSON struct {
	SchemaVersion string            `json:"schema_version"`
	Findings      []json.RawMessage `json:"findings"`
	Diagnostics   []json.RawMessage `json:"diagnostics"`
	Unseen        []json.RawMessage `json:"unseen"`
	Summary       map[string]any    `json:"summary"`
}

// Merge joins reports that JSON has written, of runs that have shared the work, into one. What is equal in two of them
// is there twice: it was found by two.
func Merge(w io.Writer, reports ...[]byte) error {
	all := mergedJSON{Summary: map[string]any{}}
	for i, text := range reports {
		var r mergedJSON
		if err := json.Unmarshal(text, &r); err != nil {
			return fmt.Errorf("report %d is no JSON: %w", i+1, err)
		}
		if r.SchemaVersion != schemaVersion || r.Summary == nil {
			return fmt.Errorf("report %d is not one of lintel scan --format json, version %s", i+1, schemaVersion)
		}
		all.Findings = append(all.Findings, r.Findings...)
		all.Diagnostics = append(all.Diagnostics, r.Diagnostics...)
		if r.Unseen != nil {
			all.Unseen = append(slices.Clip(all.Unseen), r.Unseen...)
		}
		addCounts(all.Summary, r.Summary)
	}
	sortFindings(all.Findings)
	return all.write(w)
}

// addCounts adds numbers, and those in objects.
func addCounts(to, from map[string]any) {
	for name, v := range from {
		switch v := v.(type) {
		case float64:
			before, _ := to[name].(float64)
			to[name] = before + v
		case map[string]any:
			inner, ok := to[name].(map[string]any)
			if !ok {
				inner = map[string]any{}
				to[name] = inner
			}
			addCounts(inner, v)
		}
	}
}

// sortFindings puts findings in the order that a report has.
func sortFindings(findings []json.RawMessage) {
	type key struct {
		Check    string
		Root     string
		Location *locationJSON
		Resource *partyJSON
		text     json.RawMessage
	}
	keys := make([]key, len(findings))
	for i, f := range findings {
		_ = json.Unmarshal(f, &keys[i]) // one that is odd comes first
		keys[i].text = f
	}
	slices.SortStableFunc(keys, func(a, b key) int {
		x, y := cmp.Or(a.Location, &locationJSON{}), cmp.Or(b.Location, &locationJSON{})
		r, s := cmp.Or(a.Resource, &partyJSON{}), cmp.Or(b.Resource, &partyJSON{})
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.StartLine, y.StartLine), cmp.Compare(x.StartColumn, y.StartColumn),
			cmp.Compare(a.Check, b.Check), cmp.Compare(r.Address, s.Address), cmp.Compare(a.Root, b.Root))
	})
	for i := range keys {
		findings[i] = keys[i].text
	}
}

func (m *mergedJSON) write(w io.Writer) error {
	out := &jsonWriter{w: bufio.NewWriter(w)}
	out.text(`{"schema_version":"` + schemaVersion + `","findings":[`)
	for i, f := range m.Findings {
		out.element(i, f)
	}
	out.text("\n],\"diagnostics\":[")
	for i, d := range m.Diagnostics {
		out.element(i, d)
	}
	out.text("\n]")
	if m.Unseen != nil {
		out.text(",\"unseen\":")
		out.value(m.Unseen)
	}
	out.text(",\"summary\":")
	out.value(m.Summary)
	out.text("}\n")
	return out.flush()
}
