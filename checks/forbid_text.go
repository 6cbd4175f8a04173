package checks

import "github.com/lintel-iac/lintel/model"

// ForbidText wants a text, or another scalar, not to be one of which Is is true. What
// is not there is none. Says is the message, in which %s is the text; without it the
// message names the attribute.
type ForbidText struct {
	Type, Companion, In, Each, Path string
	When                            []Condition
	Is                              func(text string) bool
	Says                            string
}

func (c ForbidText) Types() string { return c.at().types() }

func (c ForbidText) at() place { return place{c.Type, c.Companion, c.In, c.Each, c.Path, c.When} }

func (c ForbidText) Judge(p *Pass, r *model.Resource) {
	for v, judged := range c.at().values(p, r) {
		fault := v.Satisfies(c.Is)
		if c.Says == "" {
			p.require(judged, model.Not(fault), v)
			continue
		}
		at := v.Reported()
		p.Forbid(min(judged, fault), at, c.Says, Said(at))
	}
}
