package secret

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// InEnvironment forbids credentials in the environment of a program, at Path: an object
// of variables, or pairs of a name and a value. In, where it is given, is the attribute
// whose text encodes the structure in which Path starts.
type InEnvironment struct{ Type, In, Path string }

func (c InEnvironment) Types() string { return c.Type }

func (c InEnvironment) Judge(p *checks.Pass, r *model.Resource) {
	variables := r.Each(c.Path)
	if c.In != "" {
		variables = view.Structure(r.At(c.In)).Each(c.Path)
	}
	for variable := range variables {
		if NotKept(r, variable) {
			p.Forbid(model.Maybe, variable, "%s is %v", variable.Origin.Name, variable)
			continue
		}
		name, isPair := variable.At("name").Data.(string)
		if isPair && c.In != "" {
			variable = variable.At("value")
		}
		for name, v := range Literals(name, &variable) {
			text, _ := v.Data.(string)
			what := Named(name, text)
			v.Sensitive = true
			p.Forbid(model.Is(what != ""), v, "%s is written in the environment as %s", what, name)
		}
	}
}
