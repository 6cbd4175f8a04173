package scan

import (
	"io/fs"
	"slices"
	"sync"
)

// trace is the file system of a scan that notes what one root looks at, so that it
// can be told whether the root would see the same at another time.
type trace struct {
	*files
	mu   sync.Mutex
	seen map[look]bool
}

// look is one thing that was looked at.
type look struct {
	at   manner
	name string
}

type manner byte

const (
	sawContent manner = iota // of a file
	sawKind                  // whether it is there, as a file or folder
	sawListing               // of a folder
	sawLink                  // where a link leads
	sawModule                // the Terraform source in a folder
	sawExports               // of all templates
)

func newTrace(f *files) *trace { return &trace{files: f, seen: map[look]bool{}} }

func (t *trace) note(at manner, name string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.seen[look{at, name}] = true
}

// uses is told of modules, usesTemplate of templates, for loaders share these.
func (t *trace) uses(dir string) { t.note(sawModule, dir) }

func (t *trace) usesTemplate(file string) {
	if file == "" {
		t.note(sawExports, "")
	} else {
		t.note(sawContent, file)
	}
}

func (t *trace) Open(name string) (fs.File, error) {
	t.note(sawContent, name)
	return t.files.Open(name)
}

func (t *trace) ReadFile(name string) ([]byte, error) {
	t.note(sawContent, name)
	return t.files.ReadFile(name)
}

func (t *trace) ReadDir(name string) ([]fs.DirEntry, error) {
	t.note(sawListing, name)
	return t.files.ReadDir(name)
}

func (t *trace) Stat(name string) (fs.FileInfo, error) {
	t.note(sawKind, name)
	return t.files.Stat(name)
}

func (t *trace) Lstat(name string) (fs.FileInfo, error) {
	t.note(sawLink, name)
	return t.files.Lstat(name)
}

func (t *trace) ReadLink(name string) (string, error) {
	t.note(sawLink, name)
	return t.files.ReadLink(name)
}

// sawThe tells whether all that was looked at was the same in the past.
func (t *trace) sawThe(p *past) bool {
	for l := range t.seen {
		if !p.agrees(l) {
			return false
		}
	}
	return true
}

func (p *past) agrees(l look) bool {
	switch l.at {
	case sawModule:
		return p.sameModule(l.name)
	case sawExports:
		return p.templates
	case sawListing:
		return p.sameListing(l.name)
	case sawLink:
		was, errThen := p.ReadLink(l.name)
		is, errNow := fs.ReadLink(p.today, l.name)
		return was == is && (errThen == nil) == (errNow == nil) && p.sameKind(l.name)
	case sawKind:
		return p.sameKind(l.name)
	}
	return p.same(l.name)
}

func (p *past) sameKind(name string) bool {
	was, errThen := p.Stat(name)
	is, errNow := fs.Stat(p.today, name)
	if errThen != nil || errNow != nil {
		return errThen != nil && errNow != nil
	}
	return was.Mode().Type() == is.Mode().Type()
}

func (p *past) sameListing(dir string) bool {
	was, errThen := p.ReadDir(dir)
	is, errNow := fs.ReadDir(p.today, dir)
	if errThen != nil || errNow != nil {
		return errThen != nil && errNow != nil
	}
	return slices.EqualFunc(was, is, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() && a.Type() == b.Type() })
}
