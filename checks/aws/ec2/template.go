package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

// requireTrue wants an attribute of an instance, or of the template that it is started
// from, to be true.
type requireTrue struct{ Type, Path string }

func (c requireTrue) Types() string { return c.Type }

func (c requireTrue) Judge(p *checks.Pass, r *model.Resource) {
	if v, judge := said(p, r, c.Path); judge {
		p.Require(v.IsTrue(), v, "%s is %v", v.Origin.Name, checks.Said(v))
	}
}

// said is what an instance says at path. Where it says nothing and is started
// from a launch template, the template decides: of one in this scope there is no
// more to say, since it is judged itself, and of any other nothing is known.
func said(p *checks.Pass, r *model.Resource, path string) (v model.Value, judge bool) {
	v = r.At(path)
	if v.IsSet() != model.No || r.At("launch_template").IsEmpty() == model.Yes {
		return v, true
	}
	for _, link := range [...]string{"launch_template.id", "launch_template.name"} {
		for ref := range r.RefsAt(link) {
			if template := p.Scope.Resource(ref.To); template != nil && template.Mode == model.Managed {
				return v, false
			}
		}
	}
	return model.Undecided("the launch template decides", v.Origin), true
}
