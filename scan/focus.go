package scan

import (
	"path"
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/scan/triage"
)

// focus is the part of a root that files of source make up: what stands in them, and
// what is called from them. A nil focus is the whole root.
type focus struct {
	root   string
	files  map[string]bool
	loader *terraform.Loader
}

// holds tells whether a resource stands in one of the files, or came through a module
// call that does.
func (f *focus) holds(r *model.Resource) bool {
	if f == nil || f.files[r.Location.File] {
		return true
	}
	folder, ok := f.root, true
	for _, name := range triage.ModulesOf(r) {
		if f.files[f.loader.CallFile(folder, name)] {
			return true
		}
		if folder, ok = f.loader.Called(folder, name); !ok {
			return false
		}
	}
	return false
}

// touches tells whether a finding is about such a resource, or its value came through
// one of the files.
func (f *focus) touches(found checks.Finding, place model.Range, trace func(checks.Finding) []model.Hop) bool {
	if f == nil || f.files[place.File] || f.holds(found.Resource) || found.Companion != nil && f.holds(found.Companion) {
		return true
	}
	return slices.ContainsFunc(trace(found), func(hop model.Hop) bool { return f.files[hop.Range.File] })
}

// focus names the roots that hold or call the folders of source files, each with the
// files that were asked for. Roots that were met or named otherwise stay whole.
func (s *session) focus(w *walker, source []string, named map[string]*root) {
	searched := map[string]*callers{}
	for _, file := range source {
		if w.modules[path.Dir(file)] {
			continue
		}
		for _, top := range s.rootsOf(path.Dir(file), searched) {
			r := named[top]
			if r == nil {
				r = &root{dir: top, only: &focus{top, map[string]bool{}, s.loader}}
				named[top] = r
			}
			if r.only != nil {
				r.only.files[file] = true
			}
		}
	}
}

// rootsOf are the roots that hold or call a folder. Work trees that were searched
// are kept.
func (s *session) rootsOf(dir string, searched map[string]*callers) []string {
	tree, ok := s.treeOf(dir)
	if !ok {
		return []string{dir}
	}
	if searched[tree] == nil {
		searched[tree] = s.searchCallers(tree)
	}
	return searched[tree].roots(dir)
}
