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
	return func(yield func(Found, model.Truth) bool) { at.each(p, r, yield) }
}

// each and its cases hand yield on as it is, as the model does: one that is wrapped would
// go to the heap, for each check of each resource.
func (at *place) each(p *Pass, r *model.Resource, yield func(v Found, judged model.Truth) bool) {
	switch {
	case at.In != "":
		at.encoded(p, r, yield)
	case at.Each != "":
		at.within(p, r, yield)
	default:
		at.plain(p, r, yield)
	}
}

func (at *place) plain(p *Pass, r *model.Resource, yield func(Found, model.Truth) bool) {
	held := p.under(at.When, func(path string) model.Value { return r.At(On(r, at.Companion, path)) })
	for v := range r.All(On(r, at.Companion, at.Path)) {
		if !yield(Found{Value: v, There: model.Yes}, held) {
			return
		}
	}
}

func (at *place) within(p *Pass, r *model.Resource, yield func(Found, model.Truth) bool) {
	for v := range Within(r, On(r, at.Companion, at.Each), at.Path) {
		held := p.under(at.When, func(path string) model.Value { return v.Element.At(path) })
		if !yield(v, min(v.There, held)) {
			return
		}
	}
}

// encoded looks into what a text encodes: of a list, into each element.
func (at *place) encoded(p *Pass, r *model.Resource, yield func(Found, model.Truth) bool) {
	held := p.under(at.When, r.At)
	structure := view.Structure(r.At(at.In))
	if structure.State == model.Absent {
		at.inside(structure, held, yield)
		return
	}
	for element := range structure.Elements() {
		if !at.inside(element, held, yield) {
			return
		}
	}
}

func (at *place) inside(element model.Value, held model.Truth, yield func(Found, model.Truth) bool) bool {
	for v := range element.All(at.Path) {
		if !yield(Found{Value: v, There: model.Yes, inner: true}, held) {
			return false
		}
	}
	return true
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
