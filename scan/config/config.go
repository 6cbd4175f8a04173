// Package config reads .lintel.yaml, in which the owners of a repository say how it is
// judged. It names what is read and let pass, and nothing that is written or run: it
// may come from a stranger.
package config

import (
	"errors"
	"io/fs"
	"path"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/scan/strict"
)

// Names are those under which a configuration is looked for.
var Names = [...]string{".lintel.yaml", ".lintel.yml"}

// File is a configuration. All files that it names are slash paths relative to the file
// system that it was read from, and its globs count from Dir.
type File struct {
	Name string
	Dir  string // "." for the top
	// Top is the folder of the operating system from which they count.
	Top string
	// Settings are what a flag could say as well, in the order of the file.
	Settings []Setting
	Exclude  []string // as --exclude has it, but seen from Dir
	Checks   []Rule   // of which later ones win
	Policies []Policy
	// Exceptions and Baseline are "" where the file does not name them.
	Exceptions, Baseline Named
	Owners               Owners
}

// Setting is what the file says of a flag.
type Setting struct {
	Key, Flag string
	Values    []string // several where the flag is repeatable
	// Files are those that the values name, in their order, if they do.
	Files []Named
	Line  int
}

// Named is a file or folder that the configuration names; Path is "" for none.
type Named struct {
	Path string
	Line int
}

// Policy is a file or folder with policies of one's own.
type Policy struct {
	Named
	Digest string // that it must have, as lintel policy check prints it; "" for any
}

// Rule says whether some checks are run, and how severe their findings are.
type Rule struct {
	Globs []string // of checks
	Paths []string // where it holds; none means everywhere
	// Enabled and Severity are nil where the rule leaves them as they are.
	Enabled  *bool
	Severity *checks.Severity
	At       model.Range
}

// Owners say whose a resource is.
type Owners struct {
	Paths []Owned // of which later ones win
	// NoCodeowners leaves the CODEOWNERS file of the repository alone; CodeownersLine
	// is where the file says whether.
	NoCodeowners   bool
	CodeownersLine int
}

// Owned are paths and whose they are.
type Owned struct {
	Paths []string
	Owner string
	Line  int
}

// Find reads the configuration that holds for a folder: the nearest, at or above it up
// to top. It is nil if there is none.
func Find(fsys fs.FS, dir, top string) (*File, error) {
	for {
		file, err := in(fsys, dir)
		if file != nil || err != nil || dir == top || dir == "." {
			return file, err
		}
		dir = path.Dir(dir)
	}
}

// in reads the configuration that lies in a folder.
func in(fsys fs.FS, dir string) (*File, error) {
	var found *File
	for _, name := range Names {
		name = path.Join(dir, name)
		data, err := strict.Load(fsys, name, strict.Written)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if found != nil {
			return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New(found.Name + " lies beside it; one of them must go")}
		}
		if found, err = Read(name, dir, data); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// under tells whether one of the globs, counted from a folder, means a file or a
// folder that holds it.
func under(globs []string, dir, name string) bool {
	below, ok := below(dir, name)
	if !ok {
		return false
	}
	for ; ; below = path.Dir(below) {
		for _, glob := range globs {
			if doublestar.MatchUnvalidated(glob, below) {
				return true
			}
		}
		if below == "." {
			return false
		}
	}
}

// below is the path that leads from a folder to what lies in it.
func below(dir, name string) (string, bool) {
	switch {
	case dir == ".":
		return name, true
	case name == dir:
		return ".", true
	case len(name) > len(dir)+1 && name[:len(dir)+1] == dir+"/":
		return name[len(dir)+1:], true
	}
	return "", false
}

// Holds tells whether a rule holds for what lies in a file of a root.
func (f *File) Holds(rule *Rule, file, root string) bool {
	return len(rule.Paths) == 0 || under(rule.Paths, f.Dir, file) || under(rule.Paths, f.Dir, root)
}

// Owner is whose a file is by the configuration, "" if it does not say.
func (f *File) Owner(file string) string {
	if f == nil {
		return ""
	}
	owner := ""
	for _, o := range f.Owners.Paths {
		if under(o.Paths, f.Dir, file) {
			owner = o.Owner
		}
	}
	return owner
}
