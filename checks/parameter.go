package checks

import (
	"github.com/lintel-iac/lintel/model"
)

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
			found = model.Undecided(reason(named, nil), block.Origin)
		}
	}
	return found
}
