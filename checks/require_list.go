package checks

import "github.com/lintel-iac/lintel/model"

// The combinators below judge lists by their elements. Each here is a list of
// which every element holds such a list at Path.

// RequireAll wants a list to have every one of the words.
type RequireAll struct {
	Type, Companion, In, Each, Path string
	When                            []Condition
	Of                              []string
}

// RequireElement wants a list to have one of the words.
type RequireElement struct {
	Type, Companion, In, Each, Path string
	When                            []Condition
	Of                              []string
}

// ForbidElement wants a list to have none of the words.
type ForbidElement struct {
	Type, Companion, In, Each, Path string
	When                            []Condition
	Of                              []string
}

func (c RequireAll) Types() string     { return c.at().types() }
func (c RequireElement) Types() string { return c.at().types() }
func (c ForbidElement) Types() string  { return c.at().types() }

func (c RequireAll) at() place     { return place{c.Type, c.Companion, c.In, c.Each, c.Path, c.When} }
func (c RequireElement) at() place { return place{c.Type, c.Companion, c.In, c.Each, c.Path, c.When} }
func (c ForbidElement) at() place  { return place{c.Type, c.Companion, c.In, c.Each, c.Path, c.When} }

func (c RequireAll) Judge(p *Pass, r *model.Resource) {
	for v, judged := range c.at().values(p, r) {
		for _, word := range c.Of {
			p.Forbid(min(judged, model.Not(v.Contains(word))), v.Reported(), "%s lacks %s", v.name(), word)
		}
	}
}

func (c RequireElement) Judge(p *Pass, r *model.Resource) {
	for v, judged := range c.at().values(p, r) {
		p.require(judged, v.Contains(c.Of...), v)
	}
}

func (c ForbidElement) Judge(p *Pass, r *model.Resource) {
	for v, judged := range c.at().values(p, r) {
		p.require(judged, model.Not(v.Contains(c.Of...)), v)
	}
}
