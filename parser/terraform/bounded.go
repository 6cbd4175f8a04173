package terraform

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/zclconf/go-cty/cty"
)

// Values that are named may be used several times in the next one: thirty lines
// that each double what stands above would fill any memory.
const (
	maxValueSize = 64 << 20 // bytes of one named value, roughly
	elementSize  = 64       // of an element, besides its text
)

// bounded is the value, or unknown if it is larger than any that a person needs.
func (ev *evaluator) bounded(v cty.Value, name nodeName, at hcl.Range) cty.Value {
	room := maxValueSize
	if fits(v, &room) {
		return v
	}
	ev.errorf(at, "%s is larger than %d MiB and counts as unknown", name, maxValueSize>>20)
	return cty.DynamicVal
}

// fits takes the size of a value from the room that is left.
func fits(v cty.Value, room *int) bool {
	v, _ = v.Unmark()
	if !v.IsKnown() || v.IsNull() {
		return true
	}
	switch {
	case v.Type() == cty.String:
		*room -= len(v.AsString())
	case v.CanIterateElements():
		for it := v.ElementIterator(); it.Next(); {
			if *room -= elementSize; *room < 0 {
				return false
			}
			if _, element := it.Element(); !fits(element, room) {
				return false
			}
		}
	}
	return *room >= 0
}
