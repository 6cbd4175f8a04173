package model

import "slices"

// many is how many members a Draft finds without an index.
const many = 24

// Draft is an object in the making: its members in any order, each of which may be
// set again. The zero Draft is empty.
type Draft struct {
	list  []Member
	index map[string]int // by name, of a Draft that has many
}

// NewDraft is a Draft with room for so many members.
func NewDraft(room int) Draft { return Draft{list: make([]Member, 0, room)} }

// DraftOf is a Draft of what is there already.
func DraftOf(members Members) Draft { return Draft{list: slices.Clone(members)} }

// Set puts a member, in the place of the one of that name.
func (d *Draft) Set(name string, v Value) {
	if at := d.find(name); at >= 0 {
		d.list[at].Value = v
		return
	}
	d.list = append(d.list, Member{name, v})
	if d.index != nil {
		d.index[name] = len(d.list) - 1
	}
}

// Lookup is the member of that name, and whether there is one.
func (d *Draft) Lookup(name string) (Value, bool) {
	if at := d.find(name); at >= 0 {
		return d.list[at].Value, true
	}
	return Value{}, false
}

// Named is the member of that name, an Absent value if there is none.
func (d *Draft) Named(name string) Value {
	v, _ := d.Lookup(name)
	return v
}

// find is where in the list a member is, or -1.
func (d *Draft) find(name string) int {
	if d.index == nil && len(d.list) <= many {
		return slices.IndexFunc(d.list, func(m Member) bool { return m.Name == name })
	}
	if d.index == nil {
		d.index = make(map[string]int, 2*len(d.list))
		for i := range d.list {
			d.index[d.list[i].Name] = i
		}
	}
	if at, ok := d.index[name]; ok {
		return at
	}
	return -1
}

// Names are the names of the members, in the order in which they were set.
func (d *Draft) Names() []string { return Members(d.list).Names() }

// Members are what was set. The Draft is used up by that.
func (d *Draft) Members() Members {
	members := MembersOf(d.list)
	*d = Draft{}
	return members
}
