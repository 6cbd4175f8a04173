package scan

import (
	"io/fs"
	"maps"
	"path"
	"slices"

	"github.com/lintel-iac/lintel/model/diag"
	"github.com/lintel-iac/lintel/parser/terraform"
)

// callers tells which modules of a work tree call a folder. All source is searched
// for bytes that look like a call; only where they do is it parsed. As everywhere, a
// module behind a symbolic link is another than that to which it leads.
type callers struct {
	top   string              // of the work tree
	maybe map[string][]string // by folder that may be called
	calls func(dir string) []string
	// What was asked before: the calls of a folder, and the roots of one.
	called, tops map[string][]string
}

// treeOf is the top of the work tree that holds a folder, as far as the boundary lets
// see. Where there is none nothing says how far callers may lie, unless a boundary
// was given.
func (s *session) treeOf(dir string) (top string, ok bool) {
	for top = dir; ; top = path.Dir(top) {
		if _, err := fs.Lstat(s.files, path.Join(top, ".git")); err == nil {
			return top, true
		}
		if top == "." {
			return top, s.bounded
		}
	}
}

// searchCallers looks through all modules that a scan of a folder would meet.
func (s *session) searchCallers(top string) *callers {
	w := newWalker(s.files, s.exclude, s.config)
	w.walk(top)
	s.missed(w.diags)
	found := make([][]string, len(w.sources))
	parallel(len(w.sources), func(i int) {
		name := w.sources[i]
		found[i] = terraform.MayCall(path.Dir(name), s.files.start(name, MaxFileSize))
	})
	c := &callers{
		top:    top,
		maybe:  map[string][]string{},
		calls:  func(dir string) []string { return s.calls([]string{dir})[0] },
		called: map[string][]string{},
		tops:   map[string][]string{},
	}
	for i, targets := range found {
		caller := path.Dir(w.sources[i])
		for _, target := range targets {
			if !slices.Contains(c.maybe[target], caller) {
				c.maybe[target] = append(c.maybe[target], caller)
			}
		}
	}
	return c
}

// missed reports folders in which callers may be that cannot be read. That costs less
// than an input, so it is a warning.
func (s *session) missed(diags diag.List) {
	for _, d := range diags {
		if d.Severity == diag.Error {
			d.Severity = diag.Warning
			d.Detail = "Callers of the files named may be in it."
			s.diags.Add(d)
		}
	}
}

// roots are the folders from which a folder is reached by module calls and that
// nobody calls; of those that only call each other the first by name. The top of the
// work tree is one even if its examples call it.
func (c *callers) roots(dir string) []string {
	if _, known := c.tops[dir]; !known {
		c.tops[dir] = c.climb(dir)
	}
	return c.tops[dir]
}

func (c *callers) climb(from string) []string {
	over := map[string]bool{from: true}
	var tops []string
	for wave := []string{from}; len(wave) > 0; {
		dir := wave[0]
		wave = wave[1:]
		calling := c.of(dir)
		if len(calling) == 0 || dir == c.top {
			tops = append(tops, dir)
		}
		for _, caller := range calling {
			if !over[caller] {
				over[caller] = true
				wave = append(wave, caller)
			}
		}
	}
	if len(tops) == 0 {
		return slices.Sorted(maps.Keys(over))[:1]
	}
	slices.Sort(tops)
	return tops
}

// of are the folders whose module blocks call a folder, but for itself.
func (c *callers) of(dir string) []string {
	var found []string
	for _, caller := range c.maybe[dir] {
		if _, known := c.called[caller]; !known {
			c.called[caller] = c.calls(caller)
		}
		if caller != dir && slices.Contains(c.called[caller], dir) {
			found = append(found, caller)
		}
	}
	return found
}
