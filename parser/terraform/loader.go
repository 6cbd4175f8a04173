// Package terraform reads Terraform and OpenTofu source: it evaluates a root
// module with all the modules it calls as Terraform would, and lowers every
// resource instance into the model. It runs no provider and makes no
// connection; what only an apply can tell is Unknown.
//
// A value is evaluated when it is first asked for and then kept. References
// travel with values as cty marks, so that a name handed through any number of
// locals and modules still says which resource it came from.
package terraform

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/zclconf/go-cty/cty"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// Loader reads the folders of one scan, each once, however many roots and
// module calls use it. It is safe for concurrent use.
type Loader struct {
	fsys fs.FS // what an evaluation looks at, but for modules
	used func(dir string)
	*library
}

// library holds the modules that were read.
type library struct {
	fsys    fs.FS
	mu      sync.Mutex
	modules map[string]*loading
	// now is what was read of the same tree at another time, which agrees with this
	// one about the folders that same tells.
	now  *library
	same func(dir string) bool
}

// loading is a module that is read by whoever asks first.
type loading struct {
	once sync.Once
	*module
	err error
}

// New returns a Loader over a file system rooted at the boundary of the scan.
func New(fsys fs.FS) *Loader {
	return &Loader{fsys: fsys, library: newLibrary(fsys)}
}

func newLibrary(fsys fs.FS) *library { return &library{fsys: fsys, modules: make(map[string]*loading)} }

// Over returns a Loader that shares the modules of this one, and looks at all else
// through another view of the same files. It tells used of each folder that an
// evaluation takes for a module.
func (l *Loader) Over(fsys fs.FS, used func(dir string)) *Loader {
	return &Loader{fsys: fsys, used: used, library: l.library}
}

// Before returns a Loader over the files as they were at another time. Folders of
// which same tells that nothing in their source differs are not read again; the
// others are forgotten, to make room.
func (l *Loader) Before(fsys fs.FS, same func(dir string) bool) *Loader {
	l.mu.Lock()
	maps.DeleteFunc(l.modules, func(dir string, _ *loading) bool { return !same(dir) })
	l.mu.Unlock()
	before := newLibrary(fsys)
	before.now, before.same = l.library, same
	return &Loader{fsys: fsys, library: before}
}

func (l *Loader) load(dir string) (*module, error) {
	if l.used != nil {
		l.used(dir)
	}
	return l.library.load(dir)
}

func (l *library) load(dir string) (*module, error) {
	l.mu.Lock()
	entry, ok := l.modules[dir]
	if !ok {
		entry = &loading{}
		l.modules[dir] = entry
	}
	l.mu.Unlock()
	entry.once.Do(func() {
		if l.now != nil && l.same(dir) {
			entry.module, entry.err = l.now.load(dir)
		} else {
			entry.module, entry.err = readModule(l.fsys, dir)
		}
	})
	return entry.module, entry.err
}

// Calls returns the folders inside the boundary that module blocks in dir call
// by a local source.
func (l *Loader) Calls(dir string) []string {
	m, err := l.load(dir)
	if err != nil {
		return nil
	}
	var dirs []string
	for _, call := range m.calls {
		if target, ok := localSource(dir, sourceOf(call)); ok && !slices.Contains(dirs, target) {
			dirs = append(dirs, target)
		}
	}
	slices.Sort(dirs)
	return dirs
}

// Called returns the folder inside the boundary that the module block of that name
// in dir calls by a local source.
func (l *Loader) Called(dir, name string) (folder string, ok bool) {
	m, err := l.load(dir)
	if err != nil || m.calls[name] == nil {
		return "", false
	}
	return localSource(dir, sourceOf(m.calls[name]))
}

// CallFile is the file in which the module block of that name in dir stands, "" if
// there is none.
func (l *Loader) CallFile(dir, name string) string {
	m, err := l.load(dir)
	if err != nil || m.calls[name] == nil {
		return ""
	}
	return m.calls[name].header.Filename
}

// MayCall returns the folders inside the boundary that module blocks may call whose
// source is src, a file in dir: those that any text in quotes leads to. It searches
// bytes and parses nothing; Calls knows.
func MayCall(dir string, src []byte) []string {
	var dirs []string
	for _, quoted := range quotedPaths(src) {
		if target, ok := localSource(dir, quoted); ok && !slices.Contains(dirs, target) {
			dirs = append(dirs, target)
		}
	}
	return dirs
}

// quotedPaths are the texts in quotes that begin with a dot.
func quotedPaths(src []byte) []string {
	var found []string
	for {
		_, rest, ok := bytes.Cut(src, []byte(`".`))
		if !ok {
			return found
		}
		end := bytes.IndexAny(rest, "\"\n")
		if end < 0 {
			return found
		}
		if rest[end] == '"' {
			found = append(found, "."+string(rest[:end]))
		}
		src = rest
	}
}

// sourceOf is the literal source of a module call, "" if it is none.
func sourceOf(call *block) string {
	expr := call.body.expr("source")
	if expr == nil {
		return ""
	}
	source, _ := expr.Value(nil)
	return textOf(source)
}

// withoutUser is a source as it may be shown: what stands before the host may be a
// password or a token.
func withoutUser(source string) string {
	scheme, rest, ok := strings.Cut(source, "://")
	host, _, _ := strings.Cut(rest, "/")
	at := strings.LastIndexByte(host, '@')
	if !ok || at < 0 || host[:at] == "git" {
		return source
	}
	return scheme + "://***" + rest[at:]
}

// localSource resolves ./ and ../ within the boundary. A path that climbs out
// of it is none.
func localSource(dir, source string) (string, bool) {
	source = strings.ReplaceAll(source, `\`, "/")
	if source != "." && source != ".." && !strings.HasPrefix(source, "./") && !strings.HasPrefix(source, "../") {
		return "", false
	}
	target := path.Join(dir, source)
	return target, fs.ValidPath(target)
}

// textOf is a known string, or "".
func textOf(v cty.Value) string {
	v, _ = v.Unmark()
	if v.IsNull() || !v.IsKnown() || v.Type() != cty.String {
		return ""
	}
	return v.AsString()
}

// Parse evaluates the root module in dir. The error is that of reading the
// folder; all else that goes wrong is a diagnostic.
func (l *Loader) Parse(ctx context.Context, dir string, in Inputs) (*model.Scope, diag.List, error) {
	dir = path.Clean(dir)
	source, err := l.load(dir)
	if err != nil {
		return nil, nil, err
	}
	ev := newEvaluator(ctx, l, dir, in)
	root := ev.instance(source, nil, nil, expansionKey{}, "")
	ev.readInputs(root, in)
	scope := ev.lower(root)
	ev.diags.Sort()
	return scope, ev.diags, ctx.Err()
}
