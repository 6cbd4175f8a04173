package scan

import (
	"context"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/compose"
	"github.com/lintel-iac/lintel/parser/dockerfile"
)

// single is a format of which each file is an input by itself.
type single struct {
	format model.Format
	noun   string
	// is tells a file by its name, and by its start where the name does not suffice.
	is    func(name string, head func() []byte) bool
	parse func(ctx context.Context, fsys fs.FS, name string) (*model.Scope, diag.List, error)
}

var singles = []single{
	{model.Dockerfile, "Dockerfile", func(name string, _ func() []byte) bool { return dockerfile.IsFile(name) }, dockerfile.Parse},
	{model.Compose, "Compose file", compose.IsFile, compose.Parse},
}

// singleOf is the format of a file, nil for none of them.
func (s *session) singleOf(name string) *single {
	for i := range singles {
		if singles[i].is(name, func() []byte { return s.files.head(name) }) {
			return &singles[i]
		}
	}
	return nil
}

// maybeSingle tells a file that can be such an input, by its name.
func maybeSingle(name string) bool {
	return dockerfile.IsFile(name) || compose.MayBe(name)
}

// singles sorts out the files that were met and may be such inputs, and adds those
// that were named. A file that is read as part of another is not read by itself
// as well.
func (s *session) singles(w *walker, named map[string]*root) []root {
	found := make([]root, 0, len(named))
	for _, r := range named {
		found = append(found, *r)
	}
	for _, name := range slices.Compact(slices.Sorted(slices.Values(w.singles))) {
		if named[name] != nil || compose.IsPart(s.files, name) {
			continue
		}
		if format := s.singleOf(name); format != nil {
			found = append(found, root{dir: name, single: format})
		} else if kind := unreadKind(path.Base(name)); kind != "" && kind != "cloudformation" {
			w.skipped[kind]++
		}
	}
	slices.SortFunc(found, func(a, b root) int { return strings.Compare(a.dir, b.dir) })
	return found
}
