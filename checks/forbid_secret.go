package checks

import (
	"github.com/lintel-iac/lintel/checks/secret"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// ForbidSecret forbids credentials in the environment of a program, at Path: an object
// of variables, or pairs of a name and a value. In, where it is given, is the attribute
// whose text encodes the structure in which Path starts.
type ForbidSecret struct{ Type, In, Path string }

func (c ForbidSecret) Types() string { return c.Type }

func (c ForbidSecret) Judge(p *Pass, r *model.Resource) {
	variables := r.Each(c.Path)
	if c.In != "" {
		variables = view.Structure(r.At(c.In)).Each(c.Path)
	}
	for variable := range variables {
		name, isPair := variable.At("name").Data.(string)
		if isPair && c.In != "" {
			variable = variable.At("value")
		}
		for name, v := range secret.Literals(name, variable) {
			text, _ := v.Data.(string)
			what := secret.Named(name, text)
			v.Sensitive = true
			p.Forbid(model.Is(what != ""), v, "%s is written in the environment as %s", what, name)
		}
	}
}
