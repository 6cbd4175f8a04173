package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// State says whether a value is there and can be read.
type State uint8

const (
	Absent  State = iota // not written, or null
	Known                // Data holds it
	Unknown              // written, but not to be known from this input
)

// Value is one node of a resource's tree. The zero Value is Absent.
type Value struct {
	// Data of a Known value: bool, float64, string, []Value or Members.
	// Sets are lists in a fixed order; a block type is a list of its blocks.
	Data  any
	State State
	// Sensitive values are judged like others but never printed.
	Sensitive bool
	// Defaulted values are the platform's, not the author's.
	Defaulted bool
	// Given values were handed in with the command, or in a plan may have been: no
	// file says them.
	Given  bool
	Origin Origin
	// Why is set on Unknown values only, and never nil there.
	Why *Cause
	// Spelled is what the author wrote, where Data says it in other words: PublicRead
	// for public-read.
	Spelled *string
	// Doc is the structure that a string encodes, where its author wrote a
	// structure: the argument of jsonencode, the statements of a policy document.
	// It may be there although the string itself is Unknown.
	Doc *Value
}

// Cause says why a value is Unknown, and what is known of it all the same.
type Cause struct {
	// Reason completes "is unknown: …".
	Reason string
	// Key is equal for two unknowns only if they stand for the same unresolved
	// expression, and so will have the same value; "" is equal to nothing.
	Key string
	// NotNull promises that the value will be set, NotEmpty that it will be
	// neither null nor "".
	NotNull, NotEmpty bool
	// Prefix is what a string is known to start with, Suffix what it ends with.
	Prefix, Suffix string
	// Parts are the pieces of a text of which only some are known, in order.
	Parts []Value
	// Alternatives are the values of which exactly one will be real.
	Alternatives []Value
}

// Text, Number, Flag, List and Record make Known values, as does Object of members
// in no order.
func Text(s string, at Origin) Value             { return Value{Data: s, State: Known, Origin: at} }
func Number(f float64, at Origin) Value          { return Value{Data: f, State: Known, Origin: at} }
func Flag(b bool, at Origin) Value               { return Value{Data: b, State: Known, Origin: at} }
func List(l []Value, at Origin) Value            { return Value{Data: l, State: Known, Origin: at} }
func Record(m Members, at Origin) Value          { return Value{Data: m, State: Known, Origin: at} }
func Object(m map[string]Value, at Origin) Value { return Record(MembersFrom(m), at) }
func Missing(at Origin) Value                    { return Value{Origin: at} }
func Undecided(reason string, at Origin) Value {
	return Value{State: Unknown, Origin: at, Why: &Cause{Reason: reason}}
}

// OneOf is the value of which exactly one alternative will be real. Equal
// alternatives collapse into the first.
func OneOf(reason string, at Origin, alternatives ...Value) Value {
	distinct := alternatives[:0:0]
	for _, a := range alternatives {
		if !slices.ContainsFunc(distinct, func(b Value) bool { return Same(a, b) }) {
			distinct = append(distinct, a)
		}
	}
	if len(distinct) == 1 {
		return distinct[0]
	}
	return Value{State: Unknown, Origin: at, Why: &Cause{Reason: reason, Alternatives: distinct}}
}

// At follows a dotted path into objects and never fails: what is missing is an
// Absent value that remembers where it would have stood. A list of one is
// entered; of a longer one At sees the first element (use All or Each there).
func (v Value) At(path string) Value {
	return v.at(path)
}

// at is At of a value that stays where it is, for values are large to copy.
func (v *Value) at(path string) Value {
	for path != "" {
		next, rest := v.step(path)
		if next == nil {
			return v.ending(path)
		}
		v, path = next, rest
	}
	return *v
}

// step goes one step down a path, to nil where that leads to nothing.
func (v *Value) step(path string) (next *Value, rest string) {
	switch data := v.Data.(type) {
	case Members:
		name, rest, _ := strings.Cut(path, ".")
		return data.Find(name), rest
	case []Value:
		if len(data) > 0 {
			return &data[0], path
		}
	}
	return nil, path
}

// ending is what stands at a path that leads no further: what is not known, or
// is missing.
func (v *Value) ending(path string) Value {
	if v.State == Unknown {
		return v.unknownAt(path)
	}
	return Missing(v.Origin.Below(path))
}

// All yields every value at a dotted path, crossing lists by itself. Where the
// path breaks off it yields an Absent value that remembers the place, so
// there is always at least one.
func (v Value) All(path string) func(yield func(Value) bool) {
	return func(yield func(Value) bool) { v.walk(path, true, nil, yield) }
}

// Each yields the elements found at a dotted path, crossing lists by itself,
// the last one included. Where nothing is written it yields nothing; an
// attribute missing from an object that is there is Absent, as in All.
func (v Value) Each(path string) func(yield func(Value) bool) {
	return func(yield func(Value) bool) { v.each(path, yield) }
}

func (v *Value) each(path string, yield func(Value) bool) {
	v.walk(path, false, nil, func(found Value) bool { return found.elements(nil, yield) })
}

// Elements yields the elements of a list, of each alternative list with its
// doubt, or the value itself if it is no list. Absent has none.
func (v Value) Elements() func(yield func(Value) bool) {
	return func(yield func(Value) bool) { v.elements(nil, yield) }
}

// elements and walk hand yield on as it is: one that is wrapped would go to the
// heap, and with it whatever the loop over the values uses.
func (v *Value) elements(d *doubt, yield func(Value) bool) bool {
	switch data := v.Data.(type) {
	case []Value:
		for i := range data {
			if !data[i].elements(d, yield) {
				return false
			}
		}
		return true
	}
	if v.State == Absent {
		return true
	}
	if v.mayBeList() {
		for i := range v.Why.Alternatives {
			if !v.Why.Alternatives[i].elements(&doubt{v.Why.Reason, d}, yield) {
				return false
			}
		}
		return true
	}
	return yield(d.on(*v))
}

// doubt is why a value may not be there, within a wider doubt or none.
type doubt struct {
	reason string
	outer  *doubt
}

// on is the value with the doubt about it.
func (d *doubt) on(v Value) Value {
	for ; d != nil; d = d.outer {
		v = v.perhaps(d.reason)
	}
	return v
}

// mayBeList tells whether one of the alternatives is a list.
func (v *Value) mayBeList() bool {
	return v.State == Unknown && slices.ContainsFunc(v.Why.Alternatives, func(a Value) bool {
		_, list := a.Data.([]Value)
		return list || a.mayBeList()
	})
}

// perhaps is the value, or its absence.
func (v Value) perhaps(reason string) Value {
	if v.State == Absent {
		return v
	}
	return Value{State: Unknown, Origin: v.Origin, Why: &Cause{Reason: reason, Alternatives: []Value{v, Missing(v.Origin)}}}
}

// walk calls yield for what lies at path; whole says whether a path that
// breaks off yields an Absent value.
func (v *Value) walk(path string, whole bool, d *doubt, yield func(Value) bool) bool {
	if path == "" {
		return yield(d.on(*v))
	}
	if v.State == Unknown {
		return v.walkUnknown(path, whole, d, yield)
	}
	switch data := v.Data.(type) {
	case []Value:
		if len(data) == 0 {
			break
		}
		for i := range data {
			if !data[i].walk(path, whole, d, yield) {
				return false
			}
		}
		return true
	case Members:
		name, rest, _ := strings.Cut(path, ".")
		member := data.Find(name)
		if member == nil {
			return rest != "" && !whole || yield(Missing(v.Origin.Below(path)))
		}
		if member.State == Absent && rest != "" {
			return !whole || yield(Missing(member.Origin.Below(rest)))
		}
		return member.walk(rest, whole, d, yield)
	}
	return !whole || yield(Missing(v.Origin.Below(path)))
}

func (v *Value) walkUnknown(path string, whole bool, d *doubt, yield func(Value) bool) bool {
	if whole || len(v.Why.Alternatives) == 0 {
		return yield(d.on(v.unknownAt(path)))
	}
	for i := range v.Why.Alternatives {
		if !v.Why.Alternatives[i].walk(path, false, &doubt{v.Why.Reason, d}, yield) {
			return false
		}
	}
	return true
}

// unknownAt is what stands at a path below a value that is not known.
func (v *Value) unknownAt(path string) Value {
	if len(v.Why.Alternatives) == 0 {
		below := Undecided(v.Why.Reason, v.Origin)
		below.Sensitive = v.Sensitive
		return below
	}
	found := make([]Value, 0, len(v.Why.Alternatives))
	for _, a := range v.Why.Alternatives {
		a.walk(path, true, nil, func(w Value) bool { found = append(found, w); return true })
	}
	return OneOf(v.Why.Reason, v.Origin.Below(path), found...)
}

// Below is the origin of what would stand at a path below.
func (o Origin) Below(path string) Origin {
	if o.Resource != nil && o.Resource.Names != nil {
		o.Name = o.Resource.Names.Name(o.Name, path)
		return o
	}
	if o.Name != "" {
		path = o.Name + "." + path
	}
	o.Name = path
	return o
}

// Or is the value with fallback in place of absence, in each alternative too.
func (v Value) Or(fallback any) Value {
	switch {
	case v.State == Absent:
		return Value{Data: fallback, State: Known, Defaulted: true, Origin: v.Origin}
	case v.State == Unknown && len(v.Why.Alternatives) > 0:
		filled := make([]Value, len(v.Why.Alternatives))
		for i, a := range v.Why.Alternatives {
			filled[i] = a.Or(fallback)
		}
		return OneOf(v.Why.Reason, v.Origin, filled...)
	}
	return v
}

// Same tells whether two values will certainly be equal: both known and equal
// throughout, both absent, or the same unresolved expression. Origins and
// sensitivity do not matter.
func Same(a, b Value) bool {
	if a.State != b.State {
		return false
	}
	switch a.State {
	case Absent:
		return true
	case Unknown:
		return a.Why.Key != "" && a.Why.Key == b.Why.Key
	}
	switch x := a.Data.(type) {
	case []Value:
		y, ok := b.Data.([]Value)
		return ok && slices.EqualFunc(x, y, Same)
	case Members:
		y, ok := b.Data.(Members)
		return ok && sameMembers(x, y) && sameMembers(y, x)
	}
	return a.Data == b.Data
}

func sameMembers(x, y Members) bool {
	for i := range x {
		if !Same(x[i].Value, y.Named(x[i].Name)) {
			return false
		}
	}
	return true
}

// String is the value as findings print it: in its author's words, never a
// sensitive one.
func (v Value) String() string {
	switch v.State {
	case Absent:
		return "not set"
	case Unknown:
		if sure, ok := v.orNothing(); ok && !v.Sensitive {
			return sure.String() + ", perhaps"
		}
		return UnknownText
	}
	if v.Sensitive {
		return "(sensitive)"
	}
	if v.Spelled != nil {
		return *v.Spelled
	}
	switch data := v.Data.(type) {
	case string:
		if data == "" {
			return `""`
		}
		return data
	case float64:
		return strconv.FormatFloat(data, 'f', -1, 64)
	case []Value:
		words := make([]string, len(data))
		for i, e := range data {
			words[i] = e.String()
		}
		return "[" + strings.Join(words, ", ") + "]"
	case Members:
		return "{…}"
	}
	return fmt.Sprint(v.Data)
}

// UnknownText is what a value that is not known is in a message.
const UnknownText = "(unknown)"

// orNothing is the one known value that there is if anything is.
func (v Value) orNothing() (Value, bool) {
	if len(v.Why.Alternatives) != 2 || v.Why.Alternatives[1].State != Absent {
		return Value{}, false
	}
	first := v.Why.Alternatives[0]
	_, isObject := first.Data.(Members)
	return first, first.State == Known && !isObject
}

// Raw is the value as a text to compare with, secrets and all: never for a message.
func (v Value) Raw() string {
	v.Sensitive, v.Spelled = false, nil
	return v.String()
}

// number reads a number, also one that is spelled as a string.
func (v Value) number() (float64, bool) {
	switch data := v.Data.(type) {
	case float64:
		return data, true
	case string:
		f, err := strconv.ParseFloat(data, 64)
		return f, err == nil
	}
	return 0, false
}
