package checks

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// The combinators below are the rules of two checks in three. They share these
// fields:
//
//   - Type is the resource type they judge (several are separated by spaces).
//   - Path is the attribute; where the path breaks off, the platform's default is
//     judged. Each, where given, is a list whose elements are judged one by one,
//     with Path within the element: no element, no verdict.
//   - Companion is the type that holds the attribute where Path (or Each) starts
//     with the place onto which it is folded. Such a companion is judged by itself
//     where its owner lies outside of the scope.

// RequireTrue wants an attribute to be true.
type RequireTrue struct{ Type, Companion, Each, Path string }

// RequireFalse wants an attribute to be false.
type RequireFalse struct{ Type, Companion, Each, Path string }

// RequireSet wants an attribute, a block or a companion to be there and not
// to be empty.
type RequireSet struct{ Type, Companion, Each, Path string }

// RequireAny wants an attribute to be one of the words, whatever their case.
type RequireAny struct {
	Type, Companion, Each, Path string
	Of                          []string
}

// ForbidAny wants an attribute to be none of the words, whatever their case.
type ForbidAny struct {
	Type, Companion, Each, Path string
	Of                          []string
}

// RequireAll wants a list to have every one of the words.
type RequireAll struct {
	Type, Companion, Each, Path string
	Of                          []string
}

// RequireAtLeast wants a number not to be smaller than Min.
type RequireAtLeast struct {
	Type, Companion, Each, Path string
	Min                         float64
}

func (c RequireTrue) Types() string    { return types(c.Type, c.Companion) }
func (c RequireFalse) Types() string   { return types(c.Type, c.Companion) }
func (c RequireSet) Types() string     { return types(c.Type, c.Companion) }
func (c RequireAny) Types() string     { return types(c.Type, c.Companion) }
func (c ForbidAny) Types() string      { return types(c.Type, c.Companion) }
func (c RequireAll) Types() string     { return types(c.Type, c.Companion) }
func (c RequireAtLeast) Types() string { return types(c.Type, c.Companion) }

func (c RequireTrue) Judge(p *Pass, r *model.Resource) {
	for v := range values(r, c.Companion, c.Each, c.Path) {
		p.require(v.IsTrue(), v)
	}
}

func (c RequireFalse) Judge(p *Pass, r *model.Resource) {
	for v := range values(r, c.Companion, c.Each, c.Path) {
		p.require(v.IsFalse(), v)
	}
}

func (c RequireSet) Judge(p *Pass, r *model.Resource) {
	for v := range values(r, c.Companion, c.Each, c.Path) {
		p.require(min(v.IsSet(), model.Not(v.IsEmpty())), v)
	}
}

func (c RequireAny) Judge(p *Pass, r *model.Resource) {
	for v := range values(r, c.Companion, c.Each, c.Path) {
		p.require(v.IsFold(c.Of...), v)
	}
}

func (c ForbidAny) Judge(p *Pass, r *model.Resource) {
	for v := range values(r, c.Companion, c.Each, c.Path) {
		p.require(model.Not(v.IsFold(c.Of...)), v)
	}
}

func (c RequireAll) Judge(p *Pass, r *model.Resource) {
	for v := range values(r, c.Companion, c.Each, c.Path) {
		for _, word := range c.Of {
			p.Forbid(min(v.There, model.Not(v.Contains(word))), v.Reported(), "%s lacks %s", v.Origin.Name, word)
		}
	}
}

func (c RequireAtLeast) Judge(p *Pass, r *model.Resource) {
	for v := range values(r, c.Companion, c.Each, c.Path) {
		p.require(v.AtLeast(c.Min), v)
	}
}

// require wants a value to be good if it is there, and says what it is.
func (p *Pass) require(good model.Truth, v Found) {
	at := v.Reported()
	p.Forbid(min(v.There, model.Not(good)), at, "%s is %v", at.Origin.Name, Said(at))
}

func types(owner, companion string) string {
	if companion == "" {
		return owner
	}
	return owner + " " + companion
}

func values(r *model.Resource, companion, each, path string) func(yield func(Found) bool) {
	if each != "" {
		return Within(r, On(r, companion, each), path)
	}
	return func(yield func(Found) bool) {
		for v := range r.All(On(r, companion, path)) {
			if !yield(Found{Value: v, There: model.Yes}) {
				return
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

// Said is how a message puts a value: a default is told from what its author
// wrote, and of a value that is not known, but one of a few, these are named.
func Said(v model.Value) string {
	if v.Defaulted {
		return "not set, and " + v.String() + " by default"
	}
	if v.Why == nil || len(v.Why.Alternatives) == 0 || len(v.Why.Alternatives) > few {
		return v.String()
	}
	var words []string
	defaulted := slices.ContainsFunc(v.Why.Alternatives, func(a model.Value) bool { return a.Defaulted })
	for _, a := range v.Why.Alternatives {
		word := Said(a)
		if slices.Contains(words, word) || defaulted && a.State == model.Absent {
			continue
		}
		words = append(words, word)
	}
	return strings.Join(words, " or ")
}

// few is how many alternatives a message names.
const few = 3
