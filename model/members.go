package model

import (
	"iter"
	"slices"
	"strings"
)

// Member is a named value of an object.
type Member struct {
	Name  string
	Value Value
}

// Members are what an object holds, sorted by name, each name once. They are
// shared by all copies of a value, so none is changed once it is in one: With
// and Without make others.
//
// A slice, for most objects have a few members, which as a map take a kilobyte.
type Members []Member

// MembersOf puts members in order, in place. Of those of one name the last counts.
func MembersOf(list []Member) Members {
	if inOrder(list) {
		return list
	}
	slices.SortStableFunc(list, func(a, b Member) int { return strings.Compare(a.Name, b.Name) })
	kept := list[:0]
	for i := range list {
		if i+1 == len(list) || list[i].Name != list[i+1].Name {
			kept = append(kept, list[i])
		}
	}
	return kept
}

// inOrder tells whether members are sorted by name, each once.
func inOrder(list []Member) bool {
	for i := 1; i < len(list); i++ {
		if list[i-1].Name >= list[i].Name {
			return false
		}
	}
	return true
}

// MembersFrom are those of a map.
func MembersFrom(m map[string]Value) Members {
	list := make([]Member, 0, len(m))
	for name, v := range m {
		list = append(list, Member{name, v})
	}
	return MembersOf(list)
}

// Lookup is the member of that name, and whether there is one.
func (m Members) Lookup(name string) (Value, bool) {
	if v := m.Find(name); v != nil {
		return *v, true
	}
	return Value{}, false
}

// Named is the member of that name, an Absent value if there is none.
func (m Members) Named(name string) Value {
	v, _ := m.Lookup(name)
	return v
}

// Has tells whether there is a member of that name.
func (m Members) Has(name string) bool { return m.Find(name) != nil }

// few is how many members are searched through one by one.
const few = 8

// Find is where the member of that name lies, nil if there is none. It is there to be
// looked at: values are large to copy.
func (m Members) Find(name string) *Value {
	if len(m) <= few {
		for i := range m {
			if m[i].Name == name {
				return &m[i].Value
			}
		}
		return nil
	}
	if i, ok := m.search(name); ok {
		return &m[i].Value
	}
	return nil
}

// search is where a name stands, or would stand. The members are not handed to a
// function, for they are large to copy.
func (m Members) search(name string) (at int, ok bool) {
	at, end := 0, len(m)
	if end > 0 && m[end-1].Name < name {
		return end, false
	}
	for at < end {
		middle := int(uint(at+end) / 2)
		if m[middle].Name < name {
			at = middle + 1
		} else {
			end = middle
		}
	}
	return at, at < len(m) && m[at].Name == name
}

// All yields the members in the order of their names.
func (m Members) All() iter.Seq2[string, Value] {
	return func(yield func(string, Value) bool) {
		for i := range m {
			if !yield(m[i].Name, m[i].Value) {
				return
			}
		}
	}
}

// Names are the names of the members, in order.
func (m Members) Names() []string {
	names := make([]string, len(m))
	for i := range m {
		names[i] = m[i].Name
	}
	return names
}

// With are the members and another, in the place of the one of its name.
func (m Members) With(name string, v Value) Members {
	i, ok := m.search(name)
	if ok {
		changed := slices.Clone(m)
		changed[i].Value = v
		return changed
	}
	more := make(Members, 0, len(m)+1)
	more = append(append(more, m[:i]...), Member{name, v})
	return append(more, m[i:]...)
}

// Without are the members but the one of that name.
func (m Members) Without(name string) Members {
	i, ok := m.search(name)
	if !ok {
		return m
	}
	return append(slices.Clip(m[:i]), m[i+1:]...)
}

// Replaced are the members with each value replaced by what change makes of it.
func (m Members) Replaced(change func(name string, v Value) Value) Members {
	changed := make(Members, len(m))
	for i := range m {
		changed[i] = Member{m[i].Name, change(m[i].Name, m[i].Value)}
	}
	return changed
}

// Map are the members as a map that the caller may change.
func (m Members) Map() map[string]Value {
	out := make(map[string]Value, len(m))
	for i := range m {
		out[m[i].Name] = m[i].Value
	}
	return out
}

// With is an object with one more member, or another in the place of the one of
// that name. What is no object becomes one.
func (v Value) With(name string, member Value) Value {
	members, _ := v.Data.(Members)
	v.Data, v.State = members.With(name, member), Known
	return v
}
