package triage

import (
	"path"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// callsOf are the module calls through which a subject's resource came, the
// outermost first. Of a call in a module whose folder is not known there is
// nothing to say.
func (t *Triage) callsOf(s *Subject) []call {
	if len(t.calls) == 0 || s.Folder == "" {
		return nil
	}
	var found []call
	folder, before := s.Folder, ""
	for _, name := range ModulesOf(s.Resource) {
		found = append(found, call{folder, name})
		before += "module." + name + "."
		if folder = t.folder(s.Resource.Scope, before, folder, name); folder == "" {
			break
		}
	}
	return found
}

// folder is where a module lies that is called in a folder.
func (t *Triage) folder(scope *model.Scope, prefix, from, name string) string {
	if known := t.foldersOf(scope)[prefix]; known != "" {
		return known
	}
	if t.Called == nil {
		return ""
	}
	folder, _ := t.Called(from, name)
	return folder
}

// foldersOf are the folders of a scope's modules, as far as resources tell.
func (t *Triage) foldersOf(scope *model.Scope) map[string]string {
	if scope == nil {
		return nil
	}
	if known, ok := t.folders[scope]; ok {
		return known
	}
	known := map[string]string{}
	for _, r := range scope.Resources {
		names := ModulesOf(r)
		if len(names) > 0 && strings.HasSuffix(r.Location.File, ".tf") {
			known["module."+strings.Join(names, ".module.")+"."] = folderOf(r.Location.File)
		}
	}
	t.folders[scope] = known
	return known
}

// ModulesOf are the names of the calls in a resource's address, the outermost first.
func ModulesOf(r *model.Resource) []string {
	var names []string
	rest := r.Block
	for {
		after, ok := strings.CutPrefix(rest, "module.")
		if !ok {
			return names
		}
		name, inner, ok := strings.Cut(after, ".")
		if !ok {
			return names
		}
		names = append(names, name)
		rest = inner
	}
}

func folderOf(file string) string { return path.Dir(file) }
