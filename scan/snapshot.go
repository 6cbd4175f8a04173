package scan

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// MaxSnapshotSize is what the file of a snapshot may have, in bytes, as it lies on the disk.
const MaxSnapshotSize = 1 << 30

// part is one region of one account in a snapshot.
type part struct {
	*snapshot.Part
	of *snapshot.Contents
}

var snapshotFormat = single{format: model.Live, noun: "snapshot"}

// isSnapshot tells whether a target that was named is a snapshot.
func (s *session) isSnapshot(t target) bool {
	if t.isDir {
		return false
	}
	start := t.stdin
	if start == nil {
		start = s.files.head(t.name)
	}
	return snapshot.Is(start)
}

// snapshots reads those that were met and those that were named. Each region of an account is an input.
func (s *session) snapshots(w *walker, named map[string]*root) []root {
	names := slices.DeleteFunc(slices.Clone(w.snapshots), func(name string) bool {
		return named[name] != nil || !snapshot.Is(s.files.head(name))
	})
	found := make([]root, 0, len(names))
	for _, name := range names {
		found = append(found, s.partsOf(root{dir: name, single: &snapshotFormat}, nil)...)
	}
	for _, r := range named {
		found = append(found, s.partsOf(*r, s.given(r.dir))...)
	}
	slices.SortStableFunc(found, func(a, b root) int { return cmp.Or(strings.Compare(a.dir, b.dir), strings.Compare(a.name(), b.name())) })
	return found
}

// given is what stood on standard input under a name, nil for a file.
func (s *session) given(name string) []byte {
	for _, t := range s.targets {
		if t.name == name {
			return t.stdin
		}
	}
	return nil
}

// partsOf reads a snapshot, from text where that is given.
func (s *session) partsOf(r root, text []byte) []root {
	contents, diags, err := s.readSnapshot(r.dir, text)
	s.diags.Add(diags...)
	if err != nil {
		s.diags.Errorf(model.Range{File: r.dir}, "cannot read this snapshot: %v", cause(err))
		return nil
	}
	if s.unseen == nil {
		s.unseen = []Unseen{}
	}
	s.unseen = append(s.unseen, contents.Gaps()...)
	parts := make([]root, len(contents.Parts))
	for i, p := range contents.Parts {
		parts[i] = r
		parts[i].part = &part{p, contents}
		s.deployed[p.Name()] = true
	}
	return parts
}

func (s *session) readSnapshot(name string, text []byte) (*snapshot.Contents, diag.List, error) {
	s.files.conceal(name)
	if text != nil {
		return snapshot.Read(bytes.NewReader(text), name)
	}
	if err := s.files.admit(name, MaxSnapshotSize); err != nil {
		return nil, nil, refusal("read", name, err)
	}
	file, err := s.files.FS.Open(name)
	if err != nil {
		return nil, nil, refusal("open", name, err)
	}
	defer file.Close()
	return snapshot.Read(io.Reader(file), name)
}

func (p *part) scope() (*model.Scope, diag.List, error) {
	scope, diags := p.of.Scope(p.Part)
	return scope, diags, nil
}

// Unseen is what a live account did not show, and why.
type Unseen = snapshot.Unseen

// tellUnseen joins what was not seen for the same reason, and says it.
func (r *Report) tellUnseen(gaps []Unseen) {
	if gaps == nil {
		return
	}
	r.Unseen = snapshot.Join(gaps)
	for _, u := range r.Unseen {
		d := diag.Diagnostic{Severity: diag.Warning, Summary: "not seen: " + u.What() + ": " + u.Reason()}
		if u.State == snapshot.Denied {
			d.Detail = fmt.Sprintf("Allow %s to who reads; lintel live permissions prints all that it takes.", u.Action)
		}
		if u.State == snapshot.NotOffered || u.State == snapshot.RegionOff {
			d.Severity = diag.Info
		}
		r.Diagnostics.Add(d)
	}
}
