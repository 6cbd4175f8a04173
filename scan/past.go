package scan

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/lintel-iac/lintel/parser/terraform"
	"github.com/lintel-iac/lintel/scan/revision"
)

// past is the file system of a scan as it was at a revision. What git does not keep
// is as it is today: what it ignores, what terraform init has installed, and what
// lies outside of the work tree.
type past struct {
	today      fs.FS
	site       *site
	then, head *revision.Tree
	given      map[string]bool // files that the caller named: today's will do where there was none
	templates  bool            // that the same files held templates
	mu         sync.Mutex
	sameFiles  map[string]bool
	ignores    map[string]ignore // by folder, as seen from the top of the work tree
}

func newPast(s *site, today fs.FS, then, head *revision.Tree) *past {
	return &past{
		today: today, site: s, then: then, head: head, given: map[string]bool{},
		sameFiles: map[string]bool{}, ignores: map[string]ignore{},
	}
}

// from tells where to read a name, by which name.
func (p *past) from(name string) (fs.FS, string, error) {
	at, inside := p.site.tracks(name)
	switch {
	case !inside:
		return p.today, name, nil
	case p.then.Has(at):
		if p.same(name) {
			return p.today, name, nil
		}
		return p.then, at, nil
	case p.kept(name):
		return p.today, name, nil
	}
	return nil, "", fs.ErrNotExist
}

// same tells whether a file is what it is today.
func (p *past) same(name string) bool {
	p.mu.Lock()
	same, known := p.sameFiles[name]
	p.mu.Unlock()
	if !known {
		same = p.compare(name)
		p.mu.Lock()
		p.sameFiles[name] = same
		p.mu.Unlock()
	}
	return same
}

// compare holds a file against today's. Ends of lines may have been changed when it
// was checked out.
func (p *past) compare(name string) bool {
	at, inside := p.site.tracks(name)
	if !inside {
		return true
	}
	info, err := fs.Stat(p.today, name)
	hash, isFile := p.then.Blob(at)
	switch {
	case err != nil:
		return !p.then.Has(at)
	case !isFile:
		return p.kept(name) && !p.then.Has(at)
	case !info.Mode().IsRegular() || info.Size() > MaxFileSize:
		return false
	}
	data, err := fs.ReadFile(p.today, name)
	if err != nil {
		return false
	}
	if revision.HashOf(data) == hash {
		return true
	}
	unix := bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	return len(unix) < len(data) && revision.HashOf(unix) == hash
}

// kept tells of what the revision lacks whether it was there all the same. What the
// change has added is not, though it may be ignored today.
func (p *past) kept(name string) bool {
	if p.given[name] {
		return true
	}
	at, inside := p.site.tracks(name)
	if !inside {
		return true
	}
	for _, part := range parts(at) {
		if part == ".git" || part == ".terraform" {
			return true
		}
	}
	if was, ok := p.then.Submodule(at); ok {
		is, ok := p.head.Submodule(at)
		return ok && is == was
	}
	return !p.head.Has(at) && p.ignored(at)
}

// ignored tells whether the revision's own .gitignore files leave a path out.
func (p *past) ignored(at string) bool {
	info, err := fs.Stat(p.today, p.site.inBoundary(at))
	isDir := err == nil && info.IsDir()
	over, names := ".", parts(at)
	for i, name := range names {
		ig := p.ignoring(over)
		over = path.Join(over, name)
		if ig.matches(over, isDir || i < len(names)-1) {
			return true
		}
	}
	return false
}

// ignoring are the patterns that hold in a folder.
func (p *past) ignoring(dir string) ignore {
	p.mu.Lock()
	ig, known := p.ignores[dir]
	p.mu.Unlock()
	if known {
		return ig
	}
	switch {
	case dir != ".":
		ig = p.ignoring(path.Dir(dir))
	case p.site.prefix == "" || p.site.prefix == ".":
		ig = ig.read(p.today, path.Join(p.site.trim, ".git/info/exclude"), nil)
	}
	ig = ig.with(p.then, dir)
	p.mu.Lock()
	p.ignores[dir] = ig
	p.mu.Unlock()
	return ig
}

// sameModule tells whether the source in a folder is what it is today.
func (p *past) sameModule(dir string) bool {
	was, errThen := p.ReadDir(dir)
	is, errNow := fs.ReadDir(p.today, dir)
	if errThen != nil || errNow != nil {
		return errThen != nil && errNow != nil
	}
	source := func(entries []fs.DirEntry) (names []string) {
		for _, e := range entries {
			if !e.IsDir() && terraform.IsSource(e.Name()) {
				names = append(names, e.Name())
			}
		}
		return names
	}
	names := source(was)
	differs := func(name string) bool { return !p.same(path.Join(dir, name)) }
	return slices.Equal(names, source(is)) && !slices.ContainsFunc(names, differs)
}

func (p *past) Open(name string) (fs.File, error) {
	from, at, err := p.from(name)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return from.Open(at)
}

func (p *past) ReadFile(name string) ([]byte, error) {
	from, at, err := p.from(name)
	if err != nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: err}
	}
	return fs.ReadFile(from, at)
}

func (p *past) Stat(name string) (fs.FileInfo, error) {
	from, at, err := p.from(name)
	if err != nil {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: err}
	}
	return fs.Stat(from, at)
}

func (p *past) Lstat(name string) (fs.FileInfo, error) {
	if at, inside := p.site.tracks(name); inside {
		if info, err := p.then.Lstat(at); err == nil {
			return info, nil
		}
	}
	if !p.kept(name) {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	}
	return fs.Lstat(p.today, name)
}

func (p *past) ReadLink(name string) (string, error) {
	if at, inside := p.site.tracks(name); inside {
		if to, err := p.then.ReadLink(at); err == nil {
			return to, nil
		}
	}
	if !p.kept(name) {
		return "", &fs.PathError{Op: "read link", Path: name, Err: fs.ErrNotExist}
	}
	return fs.ReadLink(p.today, name)
}

// ReadDir lists what the revision has in a folder, and what is there that git does
// not keep.
func (p *past) ReadDir(name string) ([]fs.DirEntry, error) {
	at, inside := p.site.tracks(name)
	if !inside {
		return fs.ReadDir(p.today, name)
	}
	was, errThen := p.then.ReadDir(at)
	is, errNow := fs.ReadDir(p.today, name)
	if errThen != nil && (errNow != nil || !p.kept(name)) {
		return nil, errThen
	}
	for _, e := range is {
		had := slices.ContainsFunc(was, func(o fs.DirEntry) bool { return o.Name() == e.Name() })
		if !had && p.kept(path.Join(name, e.Name())) {
			was = append(was[:len(was):len(was)], e)
		}
	}
	slices.SortFunc(was, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return was, nil
}
