package scan

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// site is where a scan takes place: a boundary, and what was named inside it.
type site struct {
	boundary string // absolute, free of symbolic links
	base     string // Report.Base
	// prefix leads from the top of the repository to the boundary, where that lies
	// below it; trim leads the other way.
	prefix, trim string
	targets      []target
}

// target is one PATH.
type target struct {
	given string // as the caller wrote it
	name  string // a slash path relative to the boundary
	isDir bool
}

// locate finds out where the paths lie and draws the boundary around them.
func locate(paths []string, boundary string) (*site, error) {
	s := &site{}
	reals := make([]string, len(paths))
	for i, given := range paths {
		real, info, err := actual(given)
		if err != nil {
			return nil, err
		}
		reals[i] = real
		s.targets = append(s.targets, target{given: given, isDir: info.IsDir()})
	}
	if err := s.draw(reals, boundary); err != nil {
		return nil, err
	}
	for i, real := range reals {
		name, ok := within(s.boundary, real)
		if !ok {
			return nil, Usagef("%s lies outside the boundary %s", paths[i], boundary)
		}
		s.targets[i].name = name
	}
	s.base = "."
	if len(s.targets) == 1 {
		s.base = s.targets[0].folder()
	}
	s.repository(reals[0])
	return s, nil
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
		s.boundary = real
		return nil
	}
	for i, real := range reals {
		own := workTree(real)
		if own == "" {
			own = real
			if !s.targets[i].isDir {
				own = filepath.Dir(real)
			}
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

// repository learns how the boundary and the top of the work tree lie to each
// other: fingerprints count from the latter.
func (s *site) repository(real string) {
	top := workTree(real)
	if top == "" {
		return
	}
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
