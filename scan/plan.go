package scan

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/parser/tfplan"
)

// planFile is a plan or a state as it was found or given.
type planFile struct {
	name string // as places say it, relative to the boundary
	from string // the file of the operating system, where it lies outside of the boundary
	as   tfplan.Kind
	// text is what stood on standard input; it is let go when it was read.
	text []byte
}

// kinds are the words for --as.
var kinds = map[string]tfplan.Kind{"": tfplan.None, "plan": tfplan.Plan, "state": tfplan.State}

// skippedKind is the kind under which the summary counts a plan or state that is
// not read.
func skippedKind(kind tfplan.Kind) string {
	if kind == tfplan.State || kind == tfplan.RawState || kind == tfplan.OldState {
		return "terraform_state"
	}
	return "terraform_plan"
}

func noun(kind string) string { return strings.TrimPrefix(kind, "terraform_") }

// plans sorts out the files that were met and may be plans or states. Beside
// source they are read only when they are named.
func (s *session) plans(w *walker, named map[string]*root) []root {
	var found []root
	for _, name := range w.plans {
		kind := tfplan.Detect(s.files.head(name))
		_, isNamed := named[name]
		switch {
		case isNamed:
		case kind == tfplan.None:
			if unread := unreadKind(path.Base(name)); unread != "" && unread != "cloudformation" {
				w.skipped[unread]++
			}
		case w.modules[path.Dir(name)]:
			unread := skippedKind(kind)
			w.skipped[unread]++
			w.diags.Infof(model.Range{File: name}, "this %s is not read, since the folder holds source; name it to have it judged", noun(unread))
		default:
			found = append(found, root{dir: name, plan: &planFile{name: name}})
		}
	}
	for _, r := range named {
		found = append(found, *r)
	}
	slices.SortFunc(found, func(a, b root) int { return strings.Compare(a.dir, b.dir) })
	for _, r := range found {
		s.planned[r.dir] = path.Dir(r.dir)
		if s.source != "" {
			s.planned[r.dir] = s.source
		}
	}
	return found
}

// identity is what fingerprints call a root. A plan goes by the folder of its source,
// so that its findings are those of the source; a region by its
// account and name.
func (s *session) identity(root string) string {
	if s.deployed[root] {
		return root
	}
	if dir, ok := s.planned[root]; ok {
		root = dir
	}
	return s.inRepository(root)
}

// planOf tells whether a target is a plan or state, and which.
func (s *session) planOf(t target) *planFile {
	p := &planFile{name: t.name, from: t.outside, as: s.as}
	switch {
	case t.stdin != nil:
		p.text = t.stdin
	case s.as != tfplan.None || t.outside != "":
	case tfplan.Detect(s.files.head(t.name)) == tfplan.None:
		return nil
	}
	return p
}

func (s *session) bytesOf(p *planFile) ([]byte, error) {
	if p.text != nil {
		text := p.text
		p.text = nil
		return text, nil
	}
	if p.from == "" {
		return s.files.readPlan(p.name)
	}
	f, err := os.Open(p.from)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readLimited(f)
}

func readLimited(r io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, MaxPlanSize+1))
	if err == nil && len(text) > MaxPlanSize {
		err = fmt.Errorf("it has more than the limit of %d MB", MaxPlanSize>>20)
	}
	return text, err
}

// readPlan reads a plan or a state, and finds the places of its resources where
// the source is at hand: in the folder that was given as such, else beside it.
func (s *session) readPlan(ctx context.Context, p *planFile) (*model.Scope, diag.List, error) {
	src, err := s.bytesOf(p)
	if err != nil {
		return nil, nil, err
	}
	s.files.conceal(p.name)
	scope, inputs, diags := tfplan.Read(src, p.name, p.as)
	dir := s.planned[p.name]
	if !s.holdsSource(dir) {
		if s.source != "" {
			diags.Warnf(model.Range{File: dir}, "no Terraform source found here, so findings have their places in the plan")
		}
		return scope, diags, nil
	}
	given := s.inputs
	given.Values = slices.Concat(inputs, given.Values)
	source, faults, err := s.loader.Parse(ctx, dir, given)
	if err != nil || faults.HasErrors() {
		diags.Infof(model.Range{File: dir}, "the source has faults, so some findings may have their places in %s", path.Base(p.name))
	}
	if source != nil {
		tfplan.Locate(scope, source)
	}
	return scope, diags, nil
}

func (s *session) holdsSource(dir string) bool {
	entries, err := fs.ReadDir(s.files, dir)
	return err == nil && slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		return !e.IsDir() && terraform.IsSource(e.Name())
	})
}
