package tfplan

import (
	"slices"
	"strings"
)

// object is an object of JSON: its members in the order of their names, each once. A
// plan has hundreds of thousands of them, most with a few members.
type object []entry

type entry struct {
	name  string
	value any
}

// objectOf puts members in order, in place. Of those of one name the last counts.
func objectOf(entries []entry) object {
	byName := func(a, b entry) int { return strings.Compare(a.name, b.name) }
	if !slices.IsSortedFunc(entries, byName) {
		slices.SortStableFunc(entries, byName)
	}
	kept := entries[:0]
	for i := range entries {
		if i+1 == len(entries) || entries[i].name != entries[i+1].name {
			kept = append(kept, entries[i])
		}
	}
	return kept
}

// at is the member of that name, nil if there is none.
func (o object) at(name string) any {
	i, ok := o.find(name)
	if !ok {
		return nil
	}
	return o[i].value
}

func (o object) find(name string) (int, bool) {
	return slices.BinarySearchFunc(o, name, func(e entry, name string) int { return strings.Compare(e.name, name) })
}

// ordered is what encoding/json has decoded, with its objects in order.
func ordered(v any) any {
	switch v := v.(type) {
	case map[string]any:
		entries := make([]entry, 0, len(v))
		for name, member := range v {
			entries = append(entries, entry{name, ordered(member)})
		}
		return objectOf(entries)
	case []any:
		elements := make([]any, len(v))
		for i := range v {
			elements[i] = ordered(v[i])
		}
		return elements
	}
	return v
}

// loose is a value of whatever shape within what encoding/json decodes.
type loose struct{ value any }

func (l *loose) UnmarshalJSON(text []byte) error {
	p := pieces{text: text}
	l.value = p.value()
	return nil
}
