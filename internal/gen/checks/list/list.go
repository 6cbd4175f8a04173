// Package list finds the checks by their files and writes the list of them: a
// check is a variable of type *checks.Check in FAULT.go with its examples in
// FAULT.txtar beside it.
package list

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// Check is one check as its files name it.
type Check struct {
	Path     string // "aws/ebs/volume_unencrypted"
	Variable string // "VolumeUnencrypted"
}

// ID is the path as users write it.
func (c Check) ID() string { return strings.NewReplacer("/", "-", "_", "-").Replace(c.Path) }

// Find returns the checks below a folder, sorted by id. It refuses whatever
// would be left out of the list in silence.
func Find(fsys fs.FS) ([]Check, error) {
	var found []Check
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == "testdata" {
			return fs.SkipDir
		}
		switch path.Ext(name) {
		case ".go":
			check, err := inFile(fsys, name)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			found = append(found, check...)
		case ".txtar":
			if _, err := fs.Stat(fsys, trimExt(name)+".go"); err != nil {
				return fmt.Errorf("%s: no check lies beside these examples", name)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(found, func(a, b Check) int { return strings.Compare(a.ID(), b.ID()) })
	for i := 1; i < len(found); i++ {
		if found[i-1].ID() == found[i].ID() {
			return nil, fmt.Errorf("%s and %s have the same id", found[i-1].Path, found[i].Path)
		}
	}
	return found, nil
}

// inFile returns the check in a file, or none if the file has none.
func inFile(fsys fs.FS, name string) ([]Check, error) {
	if strings.HasSuffix(name, "_test.go") {
		if _, err := fs.Stat(fsys, trimExt(name)+".txtar"); err == nil {
			return nil, fmt.Errorf("the compiler would take this check for a test")
		}
		return nil, nil
	}
	source, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	_, err = fs.Stat(fsys, trimExt(name)+".txtar")
	variables, examples := variables(file), err == nil
	switch {
	case len(variables) == 0 && !examples:
		return nil, nil
	case len(variables) == 0:
		return nil, fmt.Errorf("has examples, but no variable that is a &checks.Check")
	case len(variables) > 1:
		return nil, fmt.Errorf("%s are two checks in one file", strings.Join(variables, " and "))
	case !examples:
		return nil, fmt.Errorf("the examples of %s are missing: %s.txtar", variables[0], trimExt(path.Base(name)))
	}
	check := Check{Path: trimExt(name), Variable: variables[0]}
	return []Check{check}, check.agrees(file)
}

// variables returns the names of the package's variables that are checks.
func variables(file *ast.File) []string {
	var found []string
	for _, decl := range file.Decls {
		group, ok := decl.(*ast.GenDecl)
		if !ok || group.Tok != token.VAR {
			continue
		}
		for _, spec := range group.Specs {
			variable := spec.(*ast.ValueSpec)
			for i, value := range variable.Values {
				if isCheck(value) {
					found = append(found, variable.Names[i].Name)
				}
			}
		}
	}
	return found
}

// isCheck recognises &checks.Check{…}.
func isCheck(value ast.Expr) bool {
	address, ok := value.(*ast.UnaryExpr)
	if !ok || address.Op != token.AND {
		return false
	}
	literal, ok := address.X.(*ast.CompositeLit)
	if !ok {
		return false
	}
	typ, ok := literal.Type.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := typ.X.(*ast.Ident)
	return ok && pkg.Name == "checks" && typ.Sel.Name == "Check"
}

// Word is what folders are called, Name what a fault is called.
var (
	word = regexp.MustCompile(`^[a-z][a-z0-9]*$`)
	name = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
)

// agrees holds the names against each other and against what the go command
// makes of them.
func (c Check) agrees(file *ast.File) error {
	if err := CheckPath(c.Path); err != nil {
		return err
	}
	if folder := path.Base(path.Dir(c.Path)); file.Name.Name != folder {
		return fmt.Errorf("package %s lies in a folder %s", file.Name.Name, folder)
	}
	fault := strings.ReplaceAll(path.Base(c.Path), "_", "")
	if !strings.EqualFold(c.Variable, fault) || !ast.IsExported(c.Variable) {
		return fmt.Errorf("%s is not called like its file", c.Variable)
	}
	return nil
}

// CheckPath tells why a check cannot have a path.
func CheckPath(p string) error {
	parts := strings.Split(p, "/")
	for _, folder := range parts[:len(parts)-1] {
		if !word.MatchString(folder) {
			return fmt.Errorf("the folder %q is not a word in lower case", folder)
		}
	}
	fault := parts[len(parts)-1]
	switch {
	case len(parts) < 2:
		return fmt.Errorf("%q has no folder: a check is PROVIDER/SERVICE/FAULT", p)
	case !name.MatchString(fault):
		return fmt.Errorf("the name %q is not words in lower case with underscores between them", fault)
	case strings.HasSuffix(fault, "_test"):
		return fmt.Errorf("the compiler would take %s.go for a test", fault)
	case !compiles(fault + ".go"):
		return fmt.Errorf("the compiler would take %s.go for one system's alone", fault)
	}
	return nil
}

// compiles tells whether a file of that name is compiled for every system:
// here for one that does not exist.
func compiles(file string) bool {
	nowhere := build.Context{GOOS: "nowhere", GOARCH: "none", Compiler: "gc",
		OpenFile: func(string) (io.ReadCloser, error) {
			return io.NopCloser(strings.NewReader("package p\n")), nil
		}}
	match, err := nowhere.MatchFile(".", file)
	return err == nil && match
}

func trimExt(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }
