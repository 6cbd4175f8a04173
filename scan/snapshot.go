package scan

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/cfnmap"
	"github.com/lintel-iac/lintel/parser/snapshot"
)

// MaxSnapshotSize is what the file of a snapshot may have, in bytes, as it lies on the disk.
const MaxSnapshotSize = 1 << 30

// account is one that was read, by its regions.
type account struct {
	id    string
	parts []*snapshot.Part
}

// holds tells whether findings of a root are this account's.
func (a *account) holds(root string) bool {
	return slices.ContainsFunc(a.parts, func(p *snapshot.Part) bool { return p.Name() == root })
}

var snapshotFormat = single{format: model.Live, noun: "snapshot"}

// isSnapshot tells whether a target that was named is a snapshot.
func (s *session) isSnapshot(t target) bool {
	if t.isDir {
		return false
	}
	switch {
	case t.stdin != nil:
		return snapshot.Is(t.stdin)
	case t.outside != "":
		return snapshot.Is(elsewhere(t.outside))
	}
	return snapshot.Is(s.files.head(t.name))
}

// snapshots reads those that were met and those that were named. Each account is an input, whichever files have its
// regions.
func (s *session) snapshots(w *walker, named map[string]*root) []root {
	names := slices.DeleteFunc(slices.Clone(w.snapshots), func(name string) bool {
		return named[name] != nil || !snapshot.Is(s.files.head(name))
	})
	found := make([]root, 0, len(names))
	for _, name := range names {
		found = s.accountsOf(found, root{dir: name, single: &snapshotFormat}, target{name: name})
	}
	for _, name := range slices.Sorted(maps.Keys(named)) {
		found = s.accountsOf(found, *named[name], s.targetOf(name))
	}
	slices.SortStableFunc(found, func(a, b root) int { return cmp.Or(strings.Compare(a.dir, b.dir), strings.Compare(a.name(), b.name())) })
	return found
}

// targetOf is the target that has a name.
func (s *session) targetOf(name string) target {
	for _, t := range s.targets {
		if t.name == name {
			return t
		}
	}
	return target{name: name}
}

// accountsOf reads a snapshot, and adds its accounts to those that were found in others.
func (s *session) accountsOf(found []root, r root, from target) []root {
	contents, diags, err := s.readSnapshot(from)
	s.diags.Add(diags...)
	if err != nil {
		s.diags.Errorf(model.Range{File: r.dir}, "cannot read this snapshot: %v", cause(err))
		return found
	}
	if s.unseen == nil {
		s.unseen = []Unseen{}
	}
	s.unseen = append(s.unseen, contents.Gaps()...)
	for _, typ := range contents.Types() {
		for _, made := range cfnmap.Makes(typ) {
			s.readLive[made] = true
		}
	}
	for id, parts := range contents.Accounts() {
		for _, p := range parts {
			s.deployed[p.Name()] = true
		}
		if same := otherHalf(found, id, parts); same != nil {
			same.parts = append(same.parts, parts...)
			continue
		}
		of := r
		of.account = &account{id, parts}
		found = append(found, of)
	}
	return found
}

// otherHalf is an account of which other regions were found: several machines may have shared the reading.
func otherHalf(found []root, id string, parts []*snapshot.Part) *account {
	for _, r := range found {
		if r.account.id == id && !slices.ContainsFunc(parts, func(p *snapshot.Part) bool { return r.account.holds(p.Name()) }) {
			return r.account
		}
	}
	return nil
}

func (s *session) readSnapshot(from target) (*snapshot.Contents, diag.List, error) {
	s.files.conceal(from.name)
	if from.stdin != nil {
		return snapshot.Read(bytes.NewReader(from.stdin), from.name)
	}
	file, err := s.openSnapshot(from)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	return snapshot.Read(file, from.name)
}

func (s *session) openSnapshot(from target) (fs.File, error) {
	if from.outside != "" {
		return os.Open(from.outside)
	}
	if err := s.files.admit(from.name, MaxSnapshotSize); err != nil {
		return nil, refusal("read", from.name, err)
	}
	file, err := s.files.FS.Open(from.name)
	return file, refusal("open", from.name, err)
}

func (a *account) scope(by made) (*model.Scope, diag.List, error) {
	scope, diags := snapshot.Scope(a.parts...)
	scope.Tracer = by
	return scope, diags, nil
}

// Unseen is what a live account did not show, and why.
type Unseen = snapshot.Unseen

// tellIdle says which checks of AWS have nothing to judge in the snapshots, because nobody has asked for what they are
// about, and of types that nobody asks for, why.
func (s *session) tellIdle(selected *selection, unread func(typ string) string) {
	if len(s.readLive) == 0 {
		return
	}
	all, idle, types := 0, 0, map[string]bool{}
	for _, e := range selected.entries {
		if e.Loss || !strings.HasPrefix(e.Path, "aws/") {
			continue
		}
		asked := slices.DeleteFunc(strings.Fields(e.Rule.Types()), func(typ string) bool { return strings.HasPrefix(typ, "data.") })
		if len(asked) == 0 {
			continue // it is about what only code has
		}
		all++
		if slices.ContainsFunc(asked, s.isReadLive) {
			continue
		}
		idle++
		for _, typ := range asked {
			if unread != nil && unread(typ) != "" {
				typ += " (" + unread(typ) + ")"
			}
			types[typ] = true
		}
	}
	if idle == 0 {
		return
	}
	s.diags.Add(diag.Diagnostic{
		Severity: diag.Info,
		Summary:  fmt.Sprintf("%d of %d checks for AWS had nothing to judge: what they are about was not read from the account", idle, all),
		Detail:   strings.Join(slices.Sorted(maps.Keys(types)), ", "),
	})
}

// isReadLive tells whether resources of a type come of what was read: companions do with their owners, and what the platform
// makes itself with its like.
func (s *session) isReadLive(typ string) bool {
	typ = strings.Replace(typ, "aws_default_", "aws_", 1)
	for made := range s.readLive {
		if made == typ || strings.HasPrefix(typ, made+"_") {
			return true
		}
	}
	return false
}

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
