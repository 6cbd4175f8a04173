package cfnmap

import (
	"slices"
	"strings"
)

// A tree has the rules of a part by the property they are about.
type tree struct {
	rules    []rule
	children map[string][]*tree // by name; several where elements are picked
	pick     test
}

func (t *tree) add(r rule) {
	for _, s := range r.from {
		t = t.child(s)
	}
	t.rules = append(t.rules, r)
}

// claim notes that a property is spoken of, without a rule.
func (t *tree) claim(path string) {
	if path != "" {
		for name := range strings.SplitSeq(path, ".") {
			t = t.child(segment{name: name})
		}
	}
}

func (t *tree) child(s segment) *tree {
	for _, c := range t.children[s.name] {
		if c.pick.equal(s.pick) {
			return c
		}
	}
	c := &tree{pick: s.pick}
	if t.children == nil {
		t.children = map[string][]*tree{}
	}
	t.children[s.name] = append(t.children[s.name], c)
	return c
}

// speaksOf tells whether a rule is about the property or something in it.
func (t *tree) speaksOf(name string) bool {
	return t != nil && len(t.children[name]) > 0
}

// only is what is claimed inside a property, as far as the elements are concerned that t picks.
func (t *tree) only(name string, same *tree) *tree {
	if t == nil {
		return same
	}
	for _, c := range t.children[name] {
		if c.pick.equal(same.pick) {
			return c
		}
	}
	return same
}

// under tells whether all lines of a tree lead below a path.
func (t *tree) under(path string) bool {
	for _, r := range t.rules {
		if r.to != "!" && r.to != "." && !strings.HasPrefix(r.to, path+".") {
			return false
		}
	}
	for _, children := range t.children {
		for _, c := range children {
			if !c.under(path) {
				return false
			}
		}
	}
	return true
}

func (t test) equal(other test) bool {
	return t.path == other.path && t.not == other.not && slices.Equal(t.words, other.words)
}
