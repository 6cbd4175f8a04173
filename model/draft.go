package model

import "slices"

// many is how many members a Draft keeps in order. More are found by an index, and put
// in order in the end.
const many = 24

// Draft is an object in the making: its members in any order, each of which may be
// set again. The zero Draft is empty.
type Draft struct {
	list  []Member       // in order unless there are many
	index map[string]int // by name, where there are many
}

// NewDraft is a Draft with room for so many members.
func NewDraft(room int) Draft { return Draft{list: make([]Member, 0, room)} }

// DraftOf is a Draft of what is there already.
func DraftOf(members Members) Draft { return Draft{list: slices.Clone(members)} }

// Set puts a member, in the place of the one of that name.
func (d *Draft) Set(name string, v Value) {
	at, ok := d.find(name)
	switch {
	case ok:
		d.list[at].Value = v
	case d.index == nil:
		d.list = append(d.list, Member{})
		copy(d.list[at+1:], d.list[at:])
		d.list[at] = Member{name, v}
	default:
		d.index[name] = len(d.list)
		d.list = append(d.list, Member{name, v})
	}
}

// Lookup is the member of that name, and whether there is one.
func (d *Draft) Lookup(name string) (Value, bool) {
	if at, ok := d.find(name); ok {
		return d.list[at].Value, true
	}
	return Value{}, false
}

// Named is the member of that name, an Absent value if there is none.
func (d *Draft) Named(name string) Value {
	v, _ := d.Lookup(name)
	return v
}

// find is where in the list a member is, or where it would go among few.
func (d *Draft) find(name string) (at int, ok bool) {
	if d.index == nil && len(d.list) <= many {
		return Members(d.list).search(name)
	}
	if d.index == nil {
		d.index = make(map[string]int, 2*len(d.list))
		for i := range d.list {
			d.index[d.list[i].Name] = i
		}
	}
	at, ok = d.index[name]
	return at, ok
}

// Names are the names of the members, in no particular order.
func (d *Draft) Names() []string { return Members(d.list).Names() }

// Members are what was set. The Draft is used up by that.
func (d *Draft) Members() Members {
	members := MembersOf(d.list)
	*d = Draft{}
	return members
}
