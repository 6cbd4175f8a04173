package checks

import (
	"github.com/lintel-iac/lintel/model"
)

// ForbidParameter wants a parameter of a parameter group not to be one of the words,
// whatever their case. Set wants it to be given a value at all.
type ForbidParameter struct {
	Type, Name string
	Of         []string
	Set        bool
}

func (c ForbidParameter) Types() string { return c.Type }

func (c ForbidParameter) Judge(p *Pass, r *model.Resource) {
	v := Parameter(r, c.Name)
	fault := v.IsFold(c.Of...)
	if c.Set {
		fault = max(fault, v.IsEmpty())
	}
	p.Forbid(fault, v, "%s is %v", c.Name, Said(v))
}

// Parameter is the value of one parameter of a parameter group, which holds them as
// a list of blocks with a name and a value each. It is Absent where no block has the
// name, and Unknown where one may have it.
func Parameter(r *model.Resource, name string) model.Value {
	at := r.Body.Origin
	at.Name = name
	found := model.Missing(at)
	for block := range r.Each("parameter") {
		named := block.At("name")
		switch named.IsFold(name) {
		case model.Yes:
			return block.At("value")
		case model.Maybe:
			found = model.Undecided(named.Why.Reason, block.Origin)
		}
	}
	return found
}
