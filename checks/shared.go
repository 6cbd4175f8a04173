package checks

import (
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// ForbidShared forbids that a resource has the same at Path as one of another block. Of
// the two Fault, if it is given, asks more. Says is the message, in which %s is the
// address of the other.
type ForbidShared struct {
	Type, Path, Says string
	Fault            func(r, other *model.Resource) model.Truth
}

func (c ForbidShared) Types() string { return c.Type }

func (c ForbidShared) Judge(p *Pass, r *model.Resource) {
	fault, with := model.No, ""
	for other := range view.Sharing(r, c.Path) {
		t := model.Yes
		if c.Fault != nil {
			t = c.Fault(r, other)
		}
		if t > fault {
			fault, with = t, other.Address
		}
		if fault == model.Yes {
			break
		}
	}
	p.Forbid(fault, r.At(c.Path), c.Says, with)
}
