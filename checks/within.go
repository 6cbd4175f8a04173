package checks

import "github.com/lintel-iac/lintel/model"

// Found is a value in an element of a list.
type Found struct {
	// Value is what the element says, with the platform's default, if it is there.
	model.Value
	// There tells whether the element is: a dynamic block may have none.
	There model.Truth
	// Element is what else the element says, if it is there.
	Element model.Value
	reason  string
	// inner tells that the value stands in what a text encodes.
	inner bool
}

// Reported is the value to report: of an element that may not be there, what it says
// or nothing.
func (f Found) Reported() model.Value {
	if f.There == model.Yes || f.State == model.Unknown {
		return f.Value
	}
	return model.OneOf(f.reason, f.Origin, f.Value, model.Missing(f.Origin))
}

// name is how a message calls the value: what a text encodes has a name of its own.
func (f Found) name() string {
	if f.inner {
		return f.Origin.Leaf()
	}
	return f.Origin.Name
}

// Within yields what stands at path in each element of a list. Unlike
// Resource.Within it tells an element that may not be there, which then has no
// fault, from one that says nothing.
func Within(r *model.Resource, list, path string) func(yield func(Found) bool) {
	return func(yield func(Found) bool) { within(r, list, path, yield) }
}

func within(r *model.Resource, list, path string, yield func(Found) bool) {
	fallback, has := any(nil), false
	if r.Scope != nil && r.Scope.Defaults != nil {
		fallback, has = r.Scope.Defaults.Default(r.Type, list+"."+path, r.Scope.Format)
	}
	for element := range r.Each(list) {
		f := Found{There: element.IsSet(), Element: present(element)}
		if element.Why != nil {
			f.reason = element.Why.Reason
		}
		for v := range f.Element.All(path) {
			if has {
				v = v.Or(fallback)
			}
			f.Value = v
			if !yield(f) {
				return
			}
		}
	}
}

// present is a value without the alternative that it is absent.
func present(v model.Value) model.Value {
	if v.Why == nil || len(v.Why.Alternatives) == 0 {
		return v
	}
	var there []model.Value
	for _, a := range v.Why.Alternatives {
		if a.State != model.Absent {
			there = append(there, a)
		}
	}
	return model.OneOf(v.Why.Reason, v.Origin, there...)
}

// Declared asks whether a companion is folded at a place of its owner: of several,
// none of which may be there, one is enough.
func Declared(r *model.Resource, place string) model.Truth {
	found := model.No
	for companion := range r.Each(place) {
		found = max(found, companion.IsSet())
	}
	return found
}
