package checks

import (
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// ForbidType wants nothing of a type to be made at all. Instead is what may stand in
// its place, such as a data source, and is as it should be; Says is the message.
type ForbidType struct{ Type, Instead, Says string }

func (c ForbidType) Types() string { return c.Type + " " + c.Instead }

func (c ForbidType) Judge(p *Pass, r *model.Resource) {
	made := r.Mode == model.Managed && slices.Contains(strings.Fields(c.Type), r.Type)
	p.Forbid(model.Is(made), r.Body, "%s", c.Says)
}
