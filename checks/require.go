package checks

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// The combinators below are the rules of two checks in three. They share these
// fields:
//
//   - Type is the resource type they judge (several are separated by spaces).
//   - Path is the attribute; where the path breaks off, the platform's default is
//     judged. Each, where given, is a list whose elements are judged one by one,
//     with Path within the element: no element, no verdict.
//   - In is an attribute whose text encodes a structure, such as JSON: Path then
//     lies in that, or in each element if it is a list.
//   - Companion is the type that holds the attribute where Path (or Each) starts
//     with the place onto which it is folded. Such a companion is judged by itself
//     where its owner lies outside of the scope.
//   - When is what else has to hold for the attribute to be judged: of the element
//     where Each is given, else of the resource.

// RequireTrue wants an attribute to be true.
type RequireTrue struct {
	Type, Companion, In, Each, Path string
	When                            []Condition
}

// RequireFalse wants an attribute to be false.
type RequireFalse struct {
	Type, Companion, In, Each, Path string
	When                            []Condition
}

// RequireSet wants an attribute, a block or a companion to be there, not to be
// empty, and not to be one of the words NoneOf.
type RequireSet struct {
	Type, Companion, In, Each, Path string
	When                            []Condition
	NoneOf                          []string
}

// RequireCustomerKey wants a key of the account's own to be named: not one that AWS keeps for a
// service, whose alias begins with "alias/aws/", and nobody else's may.
//
// https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html
type RequireCustomerKey struct {
	Type, Companion, In, Each, Path string
	When                            []Condition
}

// ForbidSet wants an attribute or a block not to be written.
type ForbidSet struct {
	Type, Companion, In, Each, Path string
	When                            []Condition
}

// RequireAny wants an attribute to be one of the words, whatever their case.
type RequireAny struct {
	Type, Companion, In, Each, Path string
	When                            []Condition
	Of                              []string
}

// ForbidAny wants an attribute to be none of the words, whatever their case.
type ForbidAny struct {
	Type, Companion, In, Each, Path string
	When                            []Condition
	Of                              []string
}

// RequireAtLeast wants a number not to be smaller than Min.
type RequireAtLeast struct {
	Type, Companion, In, Each, Path string
	When                            []Condition
	Min                             float64
}

func (c RequireTrue) Types() string        { return place(c).types() }
func (c RequireFalse) Types() string       { return place(c).types() }
func (c ForbidSet) Types() string          { return place(c).types() }
func (c RequireCustomerKey) Types() string { return place(c).types() }
func (c RequireSet) Types() string         { return c.at().types() }
func (c RequireAny) Types() string         { return c.at().types() }
func (c ForbidAny) Types() string          { return c.at().types() }
func (c RequireAtLeast) Types() string     { return c.at().types() }

func (c RequireSet) at() place     { return place{c.Type, c.Companion, c.In, c.Each, c.Path, c.When} }
func (c RequireAny) at() place     { return place{c.Type, c.Companion, c.In, c.Each, c.Path, c.When} }
func (c ForbidAny) at() place      { return place{c.Type, c.Companion, c.In, c.Each, c.Path, c.When} }
func (c RequireAtLeast) at() place { return place{c.Type, c.Companion, c.In, c.Each, c.Path, c.When} }

func (c RequireTrue) Judge(p *Pass, r *model.Resource) {
	for v, judged := range place(c).values(p, r) {
		p.require(judged, v.IsTrue(), v)
	}
}

func (c RequireFalse) Judge(p *Pass, r *model.Resource) {
	for v, judged := range place(c).values(p, r) {
		p.require(judged, v.IsFalse(), v)
	}
}

func (c RequireSet) Judge(p *Pass, r *model.Resource) {
	for v, judged := range c.at().values(p, r) {
		p.require(judged, min(v.IsSet(), model.Not(v.IsEmpty()), model.Not(v.IsFold(c.NoneOf...))), v)
	}
}

func (c RequireCustomerKey) Judge(p *Pass, r *model.Resource) {
	for v, judged := range place(c).values(p, r) {
		p.require(judged, min(v.IsSet(), model.Not(v.IsEmpty()), model.Is(v.Satisfies(isKeyOfAWS) != model.Yes)), v)
	}
}

// isKeyOfAWS tells the alias of a key that AWS keeps, or its ARN.
func isKeyOfAWS(key string) bool {
	return strings.HasPrefix(key, "alias/aws/") || strings.Contains(key, ":alias/aws/")
}

func (c ForbidSet) Judge(p *Pass, r *model.Resource) {
	for v, judged := range place(c).values(p, r) {
		fault := min(judged, v.IsSet())
		if fault == model.No {
			p.Judged()
			continue
		}
		at := v.Reported()
		p.Forbid(fault, at, "%s is %s", v.name(), written(at))
	}
}

func (c RequireAny) Judge(p *Pass, r *model.Resource) {
	for v, judged := range c.at().values(p, r) {
		p.require(judged, v.IsFold(c.Of...), v)
	}
}

func (c ForbidAny) Judge(p *Pass, r *model.Resource) {
	for v, judged := range c.at().values(p, r) {
		p.require(judged, model.Not(v.IsFold(c.Of...)), v)
	}
}

func (c RequireAtLeast) Judge(p *Pass, r *model.Resource) {
	for v, judged := range c.at().values(p, r) {
		p.require(judged, v.AtLeast(c.Min), v)
	}
}

// require wants a value to be good if it is judged, and says what it is.
// Most are, and then need no words.
func (p *Pass) require(judged, good model.Truth, v Found) {
	fault := min(judged, model.Not(good))
	if fault == model.No {
		p.Judged()
		return
	}
	at := v.Reported()
	p.Forbid(fault, at, "%s is %v", v.name(), Said(at))
}

// written is a scalar as a message puts it; of a block its being there says all.
func written(v model.Value) string {
	switch v.Data.(type) {
	case []model.Value, model.Members:
		return "set"
	}
	return Said(v)
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

// Outlined is a text in a message as far as it is known, with "…" for the rest: for faults
// that what is known of it shows.
func Outlined(v model.Value) string {
	if text := view.Pieced(v); v.State == model.Unknown && len(v.Why.Alternatives) == 0 && text != view.Hole && !v.Sensitive {
		return strings.ReplaceAll(text, view.Hole, "…")
	}
	return Said(v)
}

// few is how many alternatives a message names.
const few = 3
