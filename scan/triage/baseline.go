package triage

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// baselineVersion is that of the file's form.
const baselineVersion = 1

// Baseline is what was found at some time and is left for later.
type Baseline struct {
	file    string
	entries []*Entry
	byPrint map[string]*Entry
}

// Entry is one finding in a baseline. Only the fingerprint and the verdict count;
// the rest is for people, and for pruning.
type Entry struct {
	Fingerprint string         `json:"fingerprint"`
	Check       string         `json:"check"`
	Verdict     checks.Verdict `json:"verdict"`
	Root        string         `json:"root"`
	Address     string         `json:"address"`
	File        string         `json:"file"`

	used bool
}

type baselineFile struct {
	SchemaVersion int      `json:"schema_version"`
	Findings      []*Entry `json:"findings"`
}

// NewBaseline has one entry for each fingerprint.
func NewBaseline(entries []*Entry) *Baseline {
	b := &Baseline{byPrint: map[string]*Entry{}}
	for _, e := range entries {
		switch known := b.byPrint[e.Fingerprint]; {
		case known == nil:
			b.byPrint[e.Fingerprint] = e
			b.entries = append(b.entries, e)
		case e.Verdict == checks.Fail:
			known.Verdict = checks.Fail
		}
	}
	slices.SortFunc(b.entries, func(x, y *Entry) int {
		return cmp.Or(
			cmp.Compare(x.File, y.File), cmp.Compare(x.Check, y.Check),
			cmp.Compare(x.Address, y.Address), cmp.Compare(x.Fingerprint, y.Fingerprint),
		)
	})
	return b
}

// ReadBaseline reads what Write has written.
func ReadBaseline(file string, data []byte) (*Baseline, error) {
	var read baselineFile
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&read); err != nil {
		return nil, fmt.Errorf("%s is no baseline: %w", file, err)
	}
	if read.SchemaVersion != baselineVersion {
		return nil, fmt.Errorf("%s is a baseline of version %d, and this Lintel reads version %d", file, read.SchemaVersion, baselineVersion)
	}
	for i, e := range read.Findings {
		if e == nil || e.Fingerprint == "" || e.Verdict != checks.Fail && e.Verdict != checks.Unknown {
			return nil, fmt.Errorf("%s is no baseline: finding %d has no fingerprint or verdict", file, i)
		}
	}
	b := NewBaseline(read.Findings)
	b.file = file
	return b, nil
}

// Write writes the baseline, in an order that keeps differences small.
func (b *Baseline) Write(w io.Writer) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(baselineFile{baselineVersion, append([]*Entry{}, b.entries...)})
}

// Len is how many findings it holds.
func (b *Baseline) Len() int { return len(b.entries) }

// suppression finds a verdict in the baseline. One that was undecided and now
// fails is new.
func (b *Baseline) suppression(s *Subject) *Suppression {
	if b == nil {
		return nil
	}
	e := b.byPrint[s.Fingerprint]
	if e == nil {
		return nil
	}
	e.used = true
	if e.Verdict == checks.Unknown && s.Verdict == checks.Fail {
		return nil
	}
	return &Suppression{Kind: "baseline", Reason: "it was there when the baseline was written"}
}

// stale tells an entry whose finding is gone, though this run would have met it.
func (t *Triage) stale(e *Entry) bool {
	ran := func(c checks.Entry) bool { return c.ID == e.Check && t.Selected(&c) }
	known := func(c checks.Entry) bool { return c.ID == e.Check }
	return !e.used && t.Covers(e.Root) && (slices.ContainsFunc(t.Checks, ran) || !slices.ContainsFunc(t.Checks, known))
}

// Pruned is the baseline without what is gone.
func (t *Triage) Pruned() *Baseline {
	kept := slices.DeleteFunc(slices.Clone(t.Baseline.entries), t.stale)
	return NewBaseline(kept)
}

func (t *Triage) reportBaseline(diags *diag.List) {
	if t.Baseline == nil {
		return
	}
	gone := t.Baseline.Len() - t.Pruned().Len()
	if gone == 0 {
		return
	}
	report := diag.Diagnostic{
		Severity: diag.Info, Range: model.Range{File: t.Baseline.file},
		Summary: fmt.Sprintf("%d of the %d findings in the baseline are gone", gone, t.Baseline.Len()),
		Detail:  "lintel baseline --prune takes them out.",
	}
	if t.WarnUnused {
		report.Severity = diag.Warning
	}
	diags.Add(report)
}
