package checks

import "github.com/lintel-iac/lintel/model"

// Condition is what has to hold of an attribute, in this order of precedence: to
// be one of the words Of, whatever their case; to be none of NoneOf, as what is not
// set is; to be empty; or else to be set, and not to be empty.
type Condition struct {
	Path       string
	Of, NoneOf []string
	Empty      bool
}

func (c Condition) holds(v model.Value) model.Truth {
	switch {
	case c.Of != nil:
		return v.IsFold(c.Of...)
	case c.NoneOf != nil:
		return model.Not(v.IsFold(c.NoneOf...))
	case c.Empty:
		return v.IsEmpty()
	}
	return model.Not(v.IsEmpty())
}

// all asks whether every condition holds of what at finds.
func all(conditions []Condition, at func(path string) model.Value) model.Truth {
	held := model.Yes
	for _, c := range conditions {
		held = min(held, c.holds(at(c.Path)))
	}
	return held
}
