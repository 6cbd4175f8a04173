package scan

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/lintel-iac/lintel/scan/config"
	"github.com/lintel-iac/lintel/scan/strict"
)

// Configuration finds the configuration that holds for the paths: the file that was
// given, else the nearest one from their common folder upwards, as far as the top of
// the repository; for a hook the one at the top. It is nil if there is none.
func Configuration(o Options, given string) (*config.File, error) {
	s, err := o.site()
	if err != nil {
		return nil, err
	}
	top, err := os.OpenRoot(s.boundary)
	if err != nil {
		return nil, err
	}
	defer top.Close()
	files := top.FS()
	policies := files
	if o.PolicyFrom != "" {
		from, head, err := s.revisions("--policy-from", o.PolicyFrom)
		if err != nil {
			return nil, err
		}
		policies = newPast(s, files, from.Tree(), head.Tree())
	}
	file, err := s.configuration(policies, given, o)
	if file == nil || err != nil {
		return nil, configFault(err)
	}
	file.Top = s.boundary
	return file, named(file, files, policies)
}

// site is where the paths lie, before any is read.
func (o Options) site() (*site, error) {
	o.Paths = slices.Clone(o.Paths)
	for i, name := range o.Paths {
		if name == "-" { // which is in the current folder, and is read once
			o.Paths[i] = "."
		}
	}
	if len(o.Paths) == 0 {
		o.Paths = []string{"."}
	}
	return locate(&o)
}

func (s *site) configuration(fsys fs.FS, given string, o Options) (*config.File, error) {
	if given == "" {
		top := cmp.Or(s.trim, ".")
		if o.Hook { // which must not judge otherwise for one file more
			return config.Find(fsys, top, top)
		}
		return config.Find(fsys, s.shared(), top)
	}
	name, err := s.inside(given)
	if err != nil { // its paths count from the top, then
		data, err := strict.Load(os.DirFS(filepath.Dir(given)), filepath.Base(given), strict.Written)
		if err != nil {
			return nil, unavailable(given, err)
		}
		return config.Read(filepath.Base(given), ".", data)
	}
	data, err := strict.Load(fsys, name, strict.Written)
	if errors.Is(err, fs.ErrNotExist) && o.PolicyFrom != "" {
		return nil, Usagef("%s is not there in the revision that decides, %s", given, o.PolicyFrom)
	}
	if err != nil {
		return nil, unavailable(given, err)
	}
	return config.Read(name, path.Dir(name), data)
}

// shared is the nearest folder that holds all paths.
func (s *site) shared() string {
	dir := s.targets[0].folder()
	for _, t := range s.targets[1:] {
		for !holds(dir, t.folder()) {
			dir = path.Dir(dir)
		}
	}
	return dir
}

// configFault is an error about a configuration as one of usage.
func configFault(err error) error {
	var usage *UsageError
	var file *fs.PathError
	switch {
	case err == nil || errors.As(err, &usage):
		return err
	case errors.As(err, &file):
		return Usagef("%s: %v", file.Path, explain(cause(err)))
	}
	return Usagef("%v", err)
}

// named refuses a configuration that names what is not there, or lies outside of the
// boundary: inputs among the files, and what decides about them among the policies.
func named(f *config.File, files, policies fs.FS) error {
	for _, s := range f.Settings {
		for _, n := range s.Files {
			if err := there(files, f, n); err != nil {
				return err
			}
		}
	}
	for _, n := range [...]config.Named{f.Exceptions, f.Baseline} {
		if n.Path == "" {
			continue
		}
		if err := there(policies, f, n); err != nil {
			return err
		}
	}
	for _, p := range f.Policies {
		if err := there(policies, f, p.Named); err != nil {
			return err
		}
		if err := allInside(policies, p.Path); err != nil {
			return Usagef("%s:%d: %s: %v", f.Name, p.Line, p.Path, explain(cause(err)))
		}
	}
	return nil
}

// allInside refuses a folder in which a link leads out of the boundary.
func allInside(fsys fs.FS, dir string) error {
	return fs.WalkDir(fsys, dir, func(name string, _ fs.DirEntry, err error) error {
		if err == nil {
			_, err = fs.Stat(fsys, name)
		}
		return err
	})
}

func there(fsys fs.FS, f *config.File, n config.Named) error {
	_, err := fs.Stat(fsys, n.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return Usagef("%s:%d: %s: there is no such file or folder", f.Name, n.Line, n.Path)
	case err != nil:
		return Usagef("%s:%d: %s: %v", f.Name, n.Line, n.Path, explain(cause(err)))
	}
	return nil
}
