package scan

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// site is where a scan takes place: a boundary, and what was named inside it.
type site struct {
	boundary string // absolute, free of symbolic links
	bounded  bool   // the caller drew the boundary
	base     string // Report.Base
	// prefix leads from the top of the repository to the boundary, where that lies
	// below it; trim leads the other way.
	prefix, trim string
	top          string // of the work tree, "" if there is none
	targets      []target
	source       string // the folder of the plans' source, "" where it was not given
}

// target is one PATH.
type target struct {
	given string // as the caller wrote it
	name  string // a slash path relative to the boundary
	isDir bool

	stdin   []byte // what stood on standard input, nil for a path
	outside string // the path of a plan that lies outside of the boundary
}

// locate finds out where the paths lie and draws the boundary around them. With a
// folder of source, it is drawn around that: plans may lie anywhere.
func locate(o *Options) (*site, error) {
	s := &site{}
	reals := make([]string, len(o.Paths))
	for i, given := range o.Paths {
		t, real, err := o.target(given)
		if err != nil {
			return nil, err
		}
		reals[i] = real
		s.targets = append(s.targets, t)
	}
	around := reals
	if o.Source != "" {
		real, info, err := actual(o.Source)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			return nil, Usagef("the source %s is no folder", o.Source)
		}
		around = []string{real}
	}
	if err := s.draw(around, o.Boundary); err != nil {
		return nil, err
	}
	if o.Source != "" {
		name, ok := within(s.boundary, around[0])
		if !ok {
			return nil, Usagef("%s lies outside the boundary %s", o.Source, o.Boundary)
		}
		s.source = name
	}
	for i, real := range reals {
		if err := s.targets[i].lie(s, real, o); err != nil {
			return nil, err
		}
	}
	s.base = "."
	if len(s.targets) == 1 && !o.Hook {
		s.base = s.targets[0].folder()
	}
	s.repository(around[0])
	return s, nil
}

// target looks at one PATH. Standard input counts as a file in the current folder.
func (o *Options) target(given string) (target, string, error) {
	if given != "-" {
		real, info, err := actual(given)
		if err != nil {
			return target{}, "", err
		}
		return target{given: given, isDir: info.IsDir()}, real, nil
	}
	if o.Stdin == nil {
		return target{}, "", Usagef("there is no standard input")
	}
	text, err := readLimited(o.Stdin)
	if err != nil {
		return target{}, "", fmt.Errorf("read standard input: %w", err)
	}
	real, _, err := actual(".")
	if text == nil {
		text = []byte{}
	}
	return target{given: given, stdin: text}, filepath.Join(real, "stdin"), err
}

// lie finds the target's name below the boundary.
func (t *target) lie(s *site, real string, o *Options) error {
	name, ok := within(s.boundary, real)
	switch {
	case ok:
	case t.isDir || o.Source == "":
		return Usagef("%s lies outside the boundary %s", t.given, o.Boundary)
	case t.stdin == nil:
		t.outside = real
		fallthrough
	default:
		name = path.Join(s.source, filepath.Base(real))
	}
	t.name = name
	return nil
}

// draw sets the boundary.
func (s *site) draw(reals []string, boundary string) error {
	if boundary != "" {
		real, info, err := actual(boundary)
		if err != nil {
			return err
		}
		if !info.IsDir() {
			return Usagef("the boundary %s is no folder", boundary)
		}
		s.boundary, s.bounded = real, true
		return nil
	}
	for i, real := range reals {
		own := workTree(real)
		if own == "" {
			own = folderOf(real)
		}
		if i == 0 {
			s.boundary = own
		}
		s.boundary = common(s.boundary, own)
	}
	// A lone PATH may be the top of the file system; several must not make it the
	// boundary by lying far apart.
	if len(reals) > 1 && filepath.Dir(s.boundary) == s.boundary {
		return Usagef("the paths have no folder in common; scan them apart, or name one with --boundary")
	}
	return nil
}

// folderOf is a folder itself, and that of a file.
func folderOf(real string) string {
	if info, err := os.Stat(real); err == nil && info.IsDir() {
		return real
	}
	return filepath.Dir(real)
}

// repository learns how the boundary and the top of the work tree lie to each
// other: fingerprints count from the latter.
func (s *site) repository(real string) {
	top := workTree(real)
	if top == "" {
		return
	}
	s.top = top
	if below, ok := within(top, s.boundary); ok {
		s.prefix = below
	} else if above, ok := within(s.boundary, top); ok {
		s.trim = above
	}
}

// inRepository turns a path relative to the boundary into one relative to the
// top of the repository.
func (s *site) inRepository(name string) string {
	if s.trim != "" {
		if rest, ok := strings.CutPrefix(name+"/", s.trim+"/"); ok {
			return path.Clean(rest)
		}
	}
	return path.Join(s.prefix, name)
}

// inBoundary is the inverse of inRepository.
func (s *site) inBoundary(at string) string {
	if s.prefix != "" && s.prefix != "." {
		at = strings.TrimPrefix(strings.TrimPrefix(at, s.prefix), "/")
	}
	return path.Join(s.trim, at)
}

func (t target) folder() string {
	if t.isDir {
		return t.name
	}
	return path.Dir(t.name)
}

// inside is the path of a file named by the caller, relative to the boundary.
func (s *site) inside(file string) (string, error) {
	real, _, err := actual(file)
	if err != nil {
		return "", err
	}
	name, ok := within(s.boundary, real)
	if !ok {
		return "", Usagef("%s lies outside the boundary %s; --boundary DIR widens it", file, s.boundary)
	}
	return name, nil
}

// actual is the absolute path behind all symbolic links: what a caller names is
// read, wherever it lies.
func actual(given string) (string, fs.FileInfo, error) {
	abs, err := filepath.Abs(given)
	if err != nil {
		return "", nil, Usagef("%s: %v", given, err)
	}
	found, err := filepath.EvalSymlinks(abs)
	if err != nil {
		return "", nil, unavailable(given, err)
	}
	info, err := os.Stat(found)
	if err != nil {
		return "", nil, unavailable(given, err)
	}
	return found, info, nil
}

func unavailable(given string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return Usagef("%s: there is no such file or folder", given)
	}
	return Usagef("%s: %v", given, cause(err))
}

// workTree is the nearest folder at or above a path that holds .git, which is a
// file in submodules and further work trees; "" if there is none.
func workTree(real string) string {
	for dir := real; ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
	}
}

// common is the nearest folder that holds both.
func common(a, b string) string {
	for {
		if _, ok := within(a, b); ok {
			return a
		}
		if a == filepath.Dir(a) {
			return a
		}
		a = filepath.Dir(a)
	}
}

// within is the slash path that leads from a folder down to what lies in it.
func within(dir, real string) (string, bool) {
	rel, err := filepath.Rel(dir, real)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// cause is an error without the words around it that name the system call and
// repeat the path.
func cause(err error) error {
	for {
		var outer *fs.PathError
		if !errors.As(err, &outer) {
			return err
		}
		err = outer.Err
	}
}

// holds tells whether a name lies in a folder, or is it.
func holds(dir, name string) bool {
	return dir == "." || name == dir || strings.HasPrefix(name, dir+"/")
}
