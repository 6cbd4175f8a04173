package scan

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/gitignore"
)

// ignore holds the patterns of the .gitignore files that apply in a folder, the
// nearest last. It steers the walk only.
type ignore []gitignore.Pattern

// with adds the patterns of the folder's own file.
func (ig ignore) with(fsys fs.FS, dir string) ignore {
	return ig.read(fsys, path.Join(dir, ".gitignore"), parts(dir))
}

// read adds the patterns of a file; domain is the folder below which they hold.
// A file that is not there or cannot be read ignores nothing.
func (ig ignore) read(fsys fs.FS, name string, domain []string) ignore {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return ig
	}
	ig = slices.Clip(ig)
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "#") {
			ig = append(ig, gitignore.ParsePattern(line, domain))
		}
	}
	return ig
}

func (ig ignore) matches(name string, isDir bool) bool {
	return len(ig) > 0 && gitignore.NewMatcher(ig).Match(parts(name), isDir)
}

// above collects the patterns that the folders over dir set for it. If they
// ignore dir itself they do not apply: whoever names a folder means it.
func above(fsys fs.FS, dir string) ignore {
	ig := ignore(nil).read(fsys, ".git/info/exclude", nil)
	over := "."
	for _, part := range parts(dir) {
		ig = ig.with(fsys, over)
		over = path.Join(over, part)
		if ig.matches(over, true) {
			return nil
		}
	}
	return ig
}

// parts are the names in a path; "." has none.
func parts(name string) []string {
	if name == "." {
		return nil
	}
	return strings.Split(name, "/")
}
