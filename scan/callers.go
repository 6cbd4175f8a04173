package scan

import (
	"maps"
	"path"
	"slices"

	"github.com/lintel-iac/lintel/parser/terraform"
)

// callers tells which modules call a folder. All source inside the boundary is
// searched for bytes that look like a call; only where they do is it parsed. As
// everywhere, a module behind a symbolic link is another than that to which it leads.
type callers struct {
	maybe map[string][]string // by folder that may be called
	calls func(dir string) []string
}

// searchCallers looks through all modules that a scan of the boundary would meet.
func (s *session) searchCallers() *callers {
	w := newWalker(s.files, s.exclude)
	w.walk(".")
	found := make([][]string, len(w.sources))
	parallel(len(w.sources), func(i int) {
		name := w.sources[i]
		found[i] = terraform.MayCall(path.Dir(name), s.files.start(name, MaxFileSize))
	})
	c := &callers{maybe: map[string][]string{}, calls: func(dir string) []string { return s.calls([]string{dir})[0] }}
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

// roots are the folders from which a folder is reached by module calls and that
// nobody calls; of those that only call each other the first by name. The top of the
// work tree is one even if its examples call it.
func (c *callers) roots(dir string) []string {
	over := map[string]bool{}
	var tops []string
	var climb func(dir string)
	climb = func(dir string) {
		if over[dir] {
			return
		}
		over[dir] = true
		called := false
		for _, caller := range c.maybe[dir] {
			if caller != dir && slices.Contains(c.calls(caller), dir) {
				called = true
				climb(caller)
			}
		}
		if !called || dir == "." {
			tops = append(tops, dir)
		}
	}
	climb(dir)
	if len(tops) == 0 {
		return slices.Sorted(maps.Keys(over))[:1]
	}
	slices.Sort(tops)
	return tops
}
