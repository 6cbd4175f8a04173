package checks

import "github.com/lintel-iac/lintel/model"

// RequireTrueUnlessCopied wants an attribute to be true. Of what is made from another
// resource, which one of the attributes From names, that one decides.
type RequireTrueUnlessCopied struct {
	Type, Path string
	From       []string
}

func (c RequireTrueUnlessCopied) Types() string { return c.Type }

func (c RequireTrueUnlessCopied) Judge(p *Pass, r *model.Resource) {
	v := r.At(c.Path)
	for _, source := range c.From {
		if v.IsTrue() != model.Yes && r.At(source).IsEmpty() != model.Yes {
			v = model.Undecided("what it is made from decides", v.Origin)
		}
	}
	p.Require(v.IsTrue(), v, "%s is %v", v.Origin.Name, Said(v))
}
