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

// under asks whether every condition holds of what at finds. The findings that follow
// remember why that is not known.
func (p *Pass) under(conditions []Condition, at func(path string) model.Value) model.Truth {
	held := model.Yes
	p.open = nil
	for _, c := range conditions {
		v := at(c.Path)
		holds := c.holds(v)
		if holds == model.Maybe && p.open == nil {
			p.open = cause(v)
		}
		held = min(held, holds)
	}
	return held
}
