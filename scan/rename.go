package scan

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/parser/terraform"
)

// renamed pairs roots that are gone with roots that are new and read much the same.
// A root without a mate has the name "".
func (s *session) renamed(then *session, before, now []root) map[string]string {
	gone, fresh := apart(before, now), apart(now, before)
	mates := map[string]string{}
	for _, r := range gone {
		mates[r.dir] = ""
	}
	if len(gone) == 0 || len(fresh) == 0 {
		return mates
	}
	texts := func(of *session, roots []root) []lines {
		out := make([]lines, len(roots))
		parallel(len(roots), func(i int) { out[i] = linesOf(of.files.FS, &roots[i]) })
		return out
	}
	for _, p := range pairs(texts(then, gone), texts(s, fresh), func(a, b int) bool { return gone[a].noun() == fresh[b].noun() }) {
		mates[gone[p.a].dir] = fresh[p.b].dir
	}
	return mates
}

// apart are the roots that have no counterpart among others, each name once.
func apart(roots, others []root) []root {
	var out []root
	for _, r := range roots {
		has := func(o root) bool { return o.dir == r.dir && o.noun() == r.noun() }
		if !slices.ContainsFunc(others, has) && !slices.ContainsFunc(out, has) {
			out = append(out, r)
		}
	}
	return out
}

// lines counts the lines of a text.
type lines map[string]int

// linesOf are those of a root's own files.
func linesOf(fsys fs.FS, r *root) lines {
	names := []string{r.dir}
	if r.single == nil && r.plan == nil {
		names = nil
		entries, err := fs.ReadDir(fsys, r.dir)
		if err != nil {
			return nil
		}
		for _, e := range entries {
			if terraform.IsSource(e.Name()) {
				names = append(names, path.Join(r.dir, e.Name()))
			}
		}
	}
	counted := lines{}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			continue
		}
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" {
				counted[line]++
			}
		}
	}
	return counted
}

// likeness is the share of lines that two texts have in common, in percent.
func (a lines) likeness(b lines) int {
	shared, all := 0, 0
	for line, n := range a {
		shared += min(n, b[line])
		all += n
	}
	others := 0
	for _, n := range b {
		others += n
	}
	if all = max(all, others); all == 0 {
		return 0
	}
	return shared * 100 / all
}

// alikeFrom is the likeness in percent from which on two texts are one that was renamed,
// as git has it.
const alikeFrom = 50

// maxRenames bounds how many texts are held against each other.
const maxRenames = 200

type mates struct{ a, b, likeness int }

// pairs finds for each text its mate, the most alike first.
func pairs(gone, fresh []lines, mayBe func(a, b int) bool) []mates {
	if len(gone) > maxRenames || len(fresh) > maxRenames {
		return nil
	}
	var all []mates
	for a := range gone {
		for b := range fresh {
			if n := gone[a].likeness(fresh[b]); n >= alikeFrom && mayBe(a, b) {
				all = append(all, mates{a, b, n})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y mates) int { return cmp.Compare(y.likeness, x.likeness) })
	taken := map[int]bool{}
	given := map[int]bool{}
	return slices.DeleteFunc(all, func(m mates) bool {
		if taken[m.a] || given[m.b] {
			return true
		}
		taken[m.a], given[m.b] = true, true
		return false
	})
}
