package graft

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// A scoped name is one that is given once within something else only: a stage's within its API. attr is what says of
// the companion which that is, of what says it of the owner.
type scopedName struct{ typ, attr, of string }

var scopedNames = [...]scopedName{
	{"aws_api_gateway_method_settings", "rest_api_id", "rest_api_id"},
	{"aws_api_gateway_usage_plan", "api_stages.api_id", "rest_api_id"},
}

func (l *line) scoped() *scopedName {
	for i := range scopedNames {
		if scopedNames[i].typ == l.typ {
			return &scopedNames[i]
		}
	}
	return nil
}

// linkOf is what a companion calls its owner, all of them where it is said in the blocks of a list.
func linkOf(r *model.Resource, l *line) model.Value {
	link := r.Body.At(l.link)
	if strings.Contains(l.link, ".") {
		link = model.List(slices.Collect(r.Body.All(l.link)), link.Origin)
	}
	return link
}

// withinOne keeps the owners that the name may mean that stands at an index of the link, and tells whether it does.
func (f *folding) withinOne(r *model.Resource, l *line, index int, owners []*model.Resource) (kept []*model.Resource, sure bool) {
	name := l.scoped()
	if name == nil {
		return owners, true
	}
	var same, perhaps []*model.Resource
	for _, owner := range owners {
		switch f.inOne(r, owner, name, index) {
		case model.Yes:
			same = append(same, owner)
		case model.Maybe:
			perhaps = append(perhaps, owner)
		}
	}
	if len(same) > 0 {
		return same, true
	}
	return perhaps, false
}

// inOne asks whether a companion, and the resource that has the name which it calls its owner by, say the same of that
// within which the name is given.
func (f *folding) inOne(r, owner *model.Resource, name *scopedName, index int) model.Truth {
	said, own := slices.Collect(r.Body.All(name.attr)), owner.Body.At(name.of)
	if index >= len(said) || said[index].State == model.Absent || own.State == model.Absent {
		return model.Maybe
	}
	if same := model.Links(said[index], own); same != model.Maybe {
		return same
	}
	a, b := f.idOf(r, name.attr, said[index]), f.idOf(owner, name.of, own)
	if a == nil || b == nil || a.Type != b.Type {
		return model.Maybe
	}
	return model.Is(a == b)
}

// idOf is the one resource whose id a value is that is not known yet, or nil.
func (f *folding) idOf(r *model.Resource, path string, v model.Value) *model.Resource {
	if v.State != model.Unknown {
		return nil
	}
	if of := f.keyed(v.Why.Key); of != nil && strings.HasSuffix(v.Why.Key, ".id") {
		return of
	}
	var found *model.Resource
	for ref := range r.RefsAt(path) {
		targets, whole := f.targets(ref)
		if !whole || ref.Attr != "id" || len(targets) != 1 || found != nil && found != targets[0] {
			return nil
		}
		found = targets[0]
	}
	return found
}

// keyed is the resource of which an unknown value with a key is an attribute, or nil. Before the name of a template's
// resource there may be its type.
func (f *folding) keyed(key string) *model.Resource {
	for address := key; address != ""; {
		if r := f.scope.Resource(address); r != nil {
			return r
		}
		address = address[:max(0, strings.LastIndexByte(address, '.'))]
	}
	typ, rest, ok := strings.Cut(key, ".")
	if ok && f.scope.Format == model.CloudFormation && strings.HasPrefix(typ, "aws_") {
		return f.keyed(rest)
	}
	return nil
}
