// Package cloudformation reads CloudFormation and SAM templates: it evaluates
// parameters, mappings, conditions and intrinsic functions as the service does,
// expands what SAM and loops stand for, follows nested templates that lie in the
// tree, and lowers every resource into the model. It makes no connection; what
// only a deployment can tell is Unknown.
//
// A reference to a resource is an unknown value with a key, "LogicalId.Attr", by
// which it is recognised wherever it is handed on: through conditions, lists,
// texts and the parameters of nested stacks.
package cloudformation

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
)

// Loader reads the templates of one scan, each once, however many stacks nest
// it. It is safe for concurrent use.
type Loader struct {
	fsys fs.FS // what an evaluation looks at, but for templates
	used func(file string)
	*library
}

// library holds the templates that were read, and what is said of all of them.
type library struct {
	fsys      fs.FS
	mu        sync.Mutex
	templates map[string]*template
	declared  map[string]bool // parameters of root templates
	exports   exports
}

// template is a file that is read by whoever asks first.
type template struct {
	once  sync.Once
	file  string
	parts []string // files that it includes
	root  *node
	diags diag.List
	err   error
}

// New returns a Loader over a file system rooted at the boundary of the scan.
func New(fsys fs.FS) *Loader {
	return &Loader{fsys: fsys, library: &library{fsys: fsys, templates: map[string]*template{}, declared: map[string]bool{}}}
}

// Over returns a Loader that shares the templates of this one, and looks at all
// else through another view of the same files. It tells used of each file that an
// evaluation takes for a template, or for part of one, and of "" where it asks for
// what any of the templates exports.
func (l *Loader) Over(fsys fs.FS, used func(file string)) *Loader {
	return &Loader{fsys: fsys, used: used, library: l.library}
}

func (l *Loader) load(file string) *template {
	t := l.library.load(file)
	if l.used != nil {
		l.used(file)
		for _, part := range t.parts {
			l.used(part)
		}
	}
	return t
}

func (l *library) load(file string) *template {
	l.mu.Lock()
	t, ok := l.templates[file]
	if !ok {
		t = &template{file: file}
		l.templates[file] = t
	}
	l.mu.Unlock()
	t.once.Do(func() { l.read(t) })
	return t
}

func (l *library) read(t *template) {
	data, err := readFile(l.fsys, t.file)
	if err != nil {
		t.err = err
		return
	}
	t.root, t.diags = read(t.file, data)
	l.include(t, data)
}

// cause is an error without the path and the system call around it.
func cause(err error) error {
	var outer *fs.PathError
	if errors.As(err, &outer) {
		return outer.Err
	}
	return err
}

// readFile refuses a file that is too large before it takes memory.
func readFile(fsys fs.FS, file string) ([]byte, error) {
	info, err := fs.Stat(fsys, file)
	if err != nil {
		return nil, err
	}
	if info.Size() > MaxSize {
		return nil, fmt.Errorf("it has %d MB, and the limit for templates is %d MB", info.Size()>>20, MaxSize>>20)
	}
	return fs.ReadFile(fsys, file)
}

// Parse evaluates the template at a path with all that it nests, and every outcome
// of the conditions that it leaves open. The error is that of reading the file; all
// else that goes wrong is a diagnostic.
func (l *Loader) Parse(ctx context.Context, file string, in Inputs) (*model.Scope, diag.List, error) {
	r := newRun(ctx, l, path.Clean(file), in)
	scope, diags, err := r.parse()
	if err == nil && len(r.undecided) > 0 {
		var capped diag.List
		scope.Outcomes, capped = r.outcomes()
		diags.Add(capped...)
	}
	return scope, diags, err
}

func (r *run) parse() (*model.Scope, diag.List, error) {
	t := r.loader.load(r.scope.Root)
	if t.err != nil {
		return nil, nil, t.err
	}
	s := r.stack(t)
	s.given = r.inputsGiven()
	s.lower()
	r.finish()
	return r.scope, r.diags, r.ctx.Err()
}

// Undeclared returns the parameters given by name that no template declares which
// was parsed so far. Files may hold those of other templates.
func (l *Loader) Undeclared(in Inputs) []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	var found []string
	for _, p := range in.Params {
		name, _, _ := strings.Cut(p.Text, "=")
		if !p.File && !l.declared[name] && !strings.HasPrefix(name, "AWS::") && !slices.Contains(found, name) {
			found = append(found, name)
		}
	}
	return found
}

// declares notes the parameters of a root template.
func (l *Loader) declares(parameters []member) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, m := range parameters {
		l.declared[m.key] = true
	}
}

// Nested returns the templates inside the boundary that stacks in a template
// name by a literal path.
func (l *Loader) Nested(file string) []string {
	t := l.load(path.Clean(file))
	if t.err != nil {
		return nil
	}
	var found []string
	for _, m := range members(t.root.get("Resources")) {
		name, ok := nestedFile(t.file, locationOf(m.value))
		if ok && !slices.Contains(found, name) {
			found = append(found, name)
		}
	}
	slices.Sort(found)
	return found
}

// nestedFile resolves the location of a template to a file inside the boundary.
// A URL is none, and neither is a path that climbs out.
func nestedFile(from, location string) (string, bool) {
	location = strings.TrimPrefix(location, "file://")
	if location == "" || strings.Contains(location, "://") || path.IsAbs(location) {
		return "", false
	}
	name := path.Join(path.Dir(from), strings.ReplaceAll(location, `\`, "/"))
	return name, fs.ValidPath(name)
}

// members are an object's, none where there is no object.
func members(n *node) []member {
	if n == nil {
		return nil
	}
	return n.members
}
