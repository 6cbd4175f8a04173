package view

import "github.com/lintel-iac/lintel/model"

// link is a resource to which another one leads.
type link struct {
	*model.Resource
	sure bool // it is this one, not another of several
}

// links are the resources of a type to which an attribute leads: those it refers
// to, else those whose key attribute has the same known value, as in what is
// deployed. complete is false where the attribute leads elsewhere, too.
func links(r *model.Resource, path, typ, key string) (to []link, complete bool) {
	if r.Scope == nil {
		return nil, false
	}
	for ref := range r.RefsAt(path) {
		to = appendMeant(to, r.Scope, ref, typ)
	}
	named := 0
	for v := range r.Each(path) {
		if v.State == model.Absent {
			continue
		}
		named++
		if v.State != model.Known || len(to) >= named {
			continue
		}
		for _, target := range withKey(r.Scope, typ, key)[single(v)] {
			if target.Near(r) {
				to = append(to, link{target, true})
			}
		}
	}
	return to, len(to) >= named
}

// keyPath is the key under which a scope keeps the resources of a type by what
// they have at a path.
type keyPath struct{ typ, path string }

// withKey are the managed resources of a type by the text or number at a path.
func withKey(scope *model.Scope, typ, path string) map[any][]*model.Resource {
	return model.Once(scope, keyPath{typ, path}, func() map[any][]*model.Resource {
		by := make(map[any][]*model.Resource)
		for _, r := range scope.OfType(typ) {
			if key := single(r.At(path)); key != nil && r.Mode == model.Managed {
				by[key] = append(by[key], r)
			}
		}
		return by
	})
}

// single is a known text, number or flag, else nil.
func single(v model.Value) any {
	switch v.Data.(type) {
	case string, float64, bool:
		return v.Data
	}
	return nil
}

// appendMeant adds the resources of a type that a reference means: one, or all
// instances of a block, of which a plan does not say which.
func appendMeant(to []link, scope *model.Scope, ref model.Ref, typ string) []link {
	if target := scope.Resource(ref.To); target != nil {
		if target.Type == typ && target.Mode == model.Managed {
			to = append(to, link{target, ref.Exact})
		}
		return to
	}
	for _, target := range scope.OfType(typ) {
		if target.Block == ref.To && target.Mode == model.Managed {
			to = append(to, link{target, false})
		}
	}
	return to
}

// linked are the resources of a type that lead to a resource by one of their
// attributes.
func linked(r *model.Resource, typ, path, key string) []link {
	if r.Scope == nil {
		return nil
	}
	var from []link
	for _, candidate := range r.Scope.OfType(typ) {
		targets, _ := links(candidate, path, r.Type, key)
		for _, target := range targets {
			if target.Resource == r {
				from = append(from, link{candidate, target.sure})
				break
			}
		}
	}
	return from
}

// through are the resources to which the linked ones lead in their turn.
func through(from []link, path, typ, key string) []link {
	var to []link
	for _, l := range from {
		more, _ := links(l.Resource, path, typ, key)
		for _, m := range more {
			to = append(to, link{m.Resource, m.sure && l.sure})
		}
	}
	return to
}

// certain is the one resource that is sure to be meant, nil where there is none.
func certain(found []link, _ bool) *model.Resource {
	if len(found) == 0 || !found[0].sure {
		return nil
	}
	return found[0].Resource
}
