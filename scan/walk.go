package scan

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/cloudformation"
	"github.com/lintel-iac/lintel/parser/snapshot"
	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/scan/config"
)

// walker looks for inputs below the folders that were named.
type walker struct {
	fsys    fs.FS
	exclude []string
	base    string // the folder named, from which exclude counts
	config  *config.File

	seen      map[string]bool // folders looked into
	modules   map[string]bool // folders with Terraform source
	sources   []string        // the files of these
	plans     []string        // files that may be plans or states
	singles   []string        // files that may be inputs by themselves
	snapshots []string        // files that may be snapshots of accounts
	// templates are files that may be templates of CloudFormation, and also in one of the others.
	templates []string
	links     []link // to folders, looked at when the rest is done
	skipped   map[string]int
	diags     diag.List
}

// link is a symbolic link to a folder.
type link struct{ name, real string }

func newWalker(fsys fs.FS, exclude []string, file *config.File) *walker {
	return &walker{
		fsys: fsys, exclude: exclude, config: file,
		seen: map[string]bool{}, modules: map[string]bool{}, skipped: map[string]int{},
	}
}

// caches are folders that tools fill with copies of what is looked at elsewhere.
var caches = [...]string{
	".git", ".hg", ".svn", ".terraform", ".terragrunt-cache", ".external_modules", "node_modules",
}

// walk looks into a folder and all below it, and afterwards into what links in
// it lead to: so a folder is met under its own name first, and only once.
func (w *walker) walk(dir string) {
	w.base = dir
	w.folder(dir, above(w.fsys, dir))
	for len(w.links) > 0 {
		slices.SortFunc(w.links, func(a, b link) int { return strings.Compare(a.real, b.real) })
		l := w.links[0]
		w.links = w.links[1:]
		w.follow(l)
	}
}

func (w *walker) folder(dir string, ig ignore) {
	if w.seen[dir] {
		return
	}
	w.seen[dir] = true
	entries, err := fs.ReadDir(w.fsys, dir)
	if err != nil {
		w.diags.Errorf(model.Range{File: dir}, "cannot read this folder: %v", cause(err))
	}
	ig = ig.with(w.fsys, dir)
	for _, entry := range entries {
		w.entry(path.Join(dir, entry.Name()), entry, ig)
	}
}

func (w *walker) entry(name string, entry fs.DirEntry, ig ignore) {
	if entry.Type()&fs.ModeSymlink != 0 {
		w.link(name, ig)
		return
	}
	if entry.IsDir() {
		if !slices.Contains(caches[:], entry.Name()) && !w.passOver(name, true, ig) {
			w.folder(name, ig)
		}
		return
	}
	w.file(name, ig)
}

func (w *walker) file(name string, ig ignore) {
	if slices.Contains(config.Names[:], path.Base(name)) {
		w.unused(name)
		return
	}
	if snapshot.MayBe(name) {
		if !w.passOver(name, false, ig) {
			w.snapshots = append(w.snapshots, name)
		}
		return
	}
	if terraform.IsSource(name) {
		if !w.passOver(name, false, ig) {
			w.modules[path.Dir(name)] = true
			w.sources = append(w.sources, name)
		}
		return
	}
	plan, single, template := mayBePlan(path.Base(name)), maybeSingle(name), cloudformation.MayBe(name)
	kind := unreadKind(path.Base(name))
	if !plan && !single && !template && kind == "" {
		return
	}
	if kind == "" && (w.excluded(name) || ig.matches(name, false)) {
		return // most likely not a plan: nothing to count
	}
	passed := w.passOver(name, false, ig)
	if template && !passed {
		w.templates = append(w.templates, name)
	}
	switch {
	case passed:
	case plan:
		w.plans = append(w.plans, name)
	case single:
		w.singles = append(w.singles, name)
	case template:
	default:
		w.skipped[kind]++
	}
}

// unused reports a configuration that this run does not follow: there is one for all
// paths.
func (w *walker) unused(name string) {
	that := "the run has none"
	switch {
	case w.config == nil:
	case w.config.Name == name:
		return
	default:
		that = "that of the run is " + w.config.Name
	}
	w.diags.Add(diag.Diagnostic{
		Severity: diag.Info, Range: model.Range{File: name}, Summary: "this configuration is not followed here: " + that,
		Detail: "It holds for a run that is given this folder, or one below it.",
	})
}

// passOver tells whether a file or folder is ignored or excluded, and counts it.
func (w *walker) passOver(name string, isDir bool, ig ignore) bool {
	switch {
	case w.excluded(name):
		w.skipped["excluded"]++
	case ig.matches(name, isDir):
		w.skipped["gitignored"]++
	default:
		return false
	}
	return true
}

// leftOut tells whether a file that a commit changes is excluded, or a folder over
// it, and counts it.
func (w *walker) leftOut(name string) bool {
	for ; name != "."; name = path.Dir(name) {
		if w.passOver(name, false, nil) {
			return true
		}
	}
	return false
}

// excluded tells whether a flag leaves a file or folder out, else the configuration.
func (w *walker) excluded(name string) bool {
	if len(w.exclude) > 0 || w.config == nil {
		return matchesAny(w.exclude, w.base, name)
	}
	return holds(w.config.Dir, name) && matchesAny(w.config.Exclude, w.config.Dir, name)
}

// matchesAny tells whether a glob, counted from a folder, means a name; one without a
// slash means it at any depth.
func matchesAny(globs []string, from, name string) bool {
	name = strings.TrimPrefix(name, from+"/")
	return slices.ContainsFunc(globs, func(glob string) bool {
		glob = strings.TrimSuffix(strings.TrimPrefix(glob, "./"), "/")
		against := name
		if !strings.Contains(glob, "/") {
			against = path.Base(name)
		}
		return doublestar.MatchUnvalidated(glob, against)
	})
}

// link looks at where a symbolic link leads. One that is named like source is the
// parser's to read, or to say why not.
func (w *walker) link(name string, ig ignore) {
	real, err := resolve(w.fsys, name)
	var info fs.FileInfo
	if err == nil {
		info, err = fs.Stat(w.fsys, real)
	}
	switch {
	case err == nil && info.IsDir():
		if !w.passOver(name, true, ig) {
			w.links = append(w.links, link{name, real})
		}
	case err == nil || terraform.IsSource(name):
		w.file(name, ig)
	case !w.passOver(name, false, ig):
		w.diags.Warnf(model.Range{File: name}, "cannot follow this link: %v", cause(err))
	}
}

// follow looks into the folder behind a link.
func (w *walker) follow(l link) {
	if holds(l.real, l.name) {
		w.diags.Infof(model.Range{File: l.name}, "this link leads back to %s, in which it lies: not followed", l.real)
		return
	}
	inCache := slices.ContainsFunc(parts(l.real), func(part string) bool { return slices.Contains(caches[:], part) })
	if !inCache {
		w.folder(l.real, above(w.fsys, l.real))
	}
}

// maxLinks is how many symbolic links may lie on the way to a file, as in Linux.
const maxLinks = 40

var (
	errOutside = errors.New("it leads out of the boundary of the scan (--boundary DIR widens it)")
	errLoop    = errors.New("it leads in a circle")
)

// resolve is a path without symbolic links.
func resolve(fsys fs.FS, name string) (string, error) {
	done, rest := ".", parts(name)
	for followed := 0; len(rest) > 0; {
		part := rest[0]
		rest = rest[1:]
		switch {
		case part == "" || part == ".":
			continue
		case part == ".." && done == ".":
			return "", errOutside
		case part == "..":
			done = path.Dir(done)
			continue
		}
		next := path.Join(done, part)
		to, err := destination(fsys, next)
		if err != nil {
			return "", err
		}
		if to == "" {
			done = next
			continue
		}
		if followed++; followed > maxLinks {
			return "", errLoop
		}
		rest = append(strings.Split(to, "/"), rest...)
	}
	return done, nil
}

// destination is where a symbolic link leads, and "" for anything else.
func destination(fsys fs.FS, name string) (string, error) {
	info, err := fs.Lstat(fsys, name)
	if err != nil || info.Mode()&fs.ModeSymlink == 0 {
		return "", err
	}
	to, err := fs.ReadLink(fsys, name)
	if err == nil && filepath.IsAbs(to) {
		err = errOutside
	}
	return filepath.ToSlash(to), err
}

// refuse reports a file that was named but is in no format that is read. Of those
// that a commit changes many are none of ours.
func (w *walker) refuse(t target, hook bool) {
	if kind := unreadKind(path.Base(t.name)); kind != "" {
		w.skipped[kind]++
	}
	if !hook {
		w.diags.Errorf(model.Range{File: t.name}, "%s is in no format that Lintel reads", t.given)
	}
}

// found are the module folders, sorted.
func (w *walker) found() []string { return slices.Sorted(maps.Keys(w.modules)) }
