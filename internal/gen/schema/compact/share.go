package compact

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
)

// worthwhile is the number of bytes that sharing a body has to save: below it the reader's jump costs more.
const worthwhile = 64

// share gives a name to each body that is worth a line of its own, and returns them.
func share(types map[string]*body) []*body {
	for _, b := range types {
		b.count()
	}
	sharing := map[string][]*body{}
	seen := map[*body]bool{}
	for _, b := range types {
		b.each(seen, func(inside *body) {
			if inside.worthSharing() {
				name := inside.commonName()
				sharing[name] = append(sharing[name], inside)
			}
		})
	}
	var all []*body
	for name, bodies := range sharing {
		slices.SortFunc(bodies, func(a, b *body) int {
			return cmp.Or(b.uses-a.uses, cmp.Compare(a.inlined, b.inlined))
		})
		for i, b := range bodies {
			b.shared = numbered(name, i+1)
		}
		all = append(all, bodies...)
	}
	return all
}

// each calls do for every inner body that is not seen yet.
func (b *body) each(seen map[*body]bool, do func(*body)) {
	for _, e := range b.entries {
		if e.inside != nil && !seen[e.inside] {
			seen[e.inside] = true
			do(e.inside)
			e.inside.each(seen, do)
		}
	}
}

func (b *body) worthSharing() bool {
	if b.recursive {
		return true
	}
	reference := len("@") + len(b.commonName())
	return len(b.free) == 0 && (b.uses-1)*(len(b.inlined)-reference) > worthwhile
}

// commonName is the name of most entries that have this body.
func (b *body) commonName() string {
	return slices.MinFunc(slices.Collect(maps.Keys(b.names)), func(x, y string) int {
		return cmp.Or(b.names[y]-b.names[x], cmp.Compare(x, y))
	})
}

// numbered keeps bodies of one name apart; the one with most uses has the name as it is.
func numbered(name string, n int) string {
	if n == 1 {
		return name
	}
	return name + "." + strconv.Itoa(n)
}
