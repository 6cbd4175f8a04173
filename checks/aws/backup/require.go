package backup

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// RequirePlan wants a backup plan of the scope to select each resource of a type.
type RequirePlan struct{ Type string }

func (c RequirePlan) Types() string { return c.Type }

func (c RequirePlan) Judge(p *checks.Pass, r *model.Resource) {
	p.Require(view.BackedUp(r), r.Body, "no backup plan selects it")
}
