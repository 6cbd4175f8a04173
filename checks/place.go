package checks

import (
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// place is where the combinators find what they judge: the fields that they share.
type place struct {
	Type, Companion, In, Each, Path string
	When                            []Condition
}

func (at place) types() string { return types(at.Type, at.Companion) }

func types(owner, companion string) string {
	if companion == "" {
		return owner
	}
	return owner + " " + companion
}

// values yields what stands at a place, and whether it is there and under the
// conditions under which it is judged.
func (at place) values(p *Pass, r *model.Resource) func(yield func(v Found, judged model.Truth) bool) {
	switch {
	case at.In != "":
		return at.encoded(p, r)
	case at.Each != "":
		return at.within(p, r)
	}
	return func(yield func(Found, model.Truth) bool) {
		held := p.under(at.When, func(path string) model.Value { return r.At(On(r, at.Companion, path)) })
		for v := range r.All(On(r, at.Companion, at.Path)) {
			if !yield(Found{Value: v, There: model.Yes}, held) {
				return
			}
		}
	}
}

func (at place) within(p *Pass, r *model.Resource) func(yield func(Found, model.Truth) bool) {
	return func(yield func(Found, model.Truth) bool) {
		for v := range Within(r, On(r, at.Companion, at.Each), at.Path) {
			if !yield(v, min(v.There, p.under(at.When, v.Element.At))) {
				return
			}
		}
	}
}

// encoded looks into what a text encodes: of a list, into each element.
func (at place) encoded(p *Pass, r *model.Resource) func(yield func(Found, model.Truth) bool) {
	return func(yield func(Found, model.Truth) bool) {
		held := p.under(at.When, r.At)
		structure := view.Structure(r.At(at.In))
		whole := func(yield func(model.Value) bool) { yield(structure) }
		if structure.State != model.Absent {
			whole = structure.Elements()
		}
		for element := range whole {
			for v := range element.All(at.Path) {
				if !yield(Found{Value: v, There: model.Yes, inner: true}, held) {
					return
				}
			}
		}
	}
}

// On is a path of an owner as it reads on r, which may be the companion by
// itself: there the path starts below the place where it would be folded.
func On(r *model.Resource, companion, path string) string {
	if r.Type != companion {
		return path
	}
	_, below, _ := strings.Cut(path, ".")
	return below
}
