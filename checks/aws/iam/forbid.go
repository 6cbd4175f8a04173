package iam

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// forbidAction forbids what Is asks of an action in a statement of an identity that
// allows something. Says is the message, in which %v is the action.
type forbidAction struct {
	Is   func(*view.Statement, view.Element) model.Truth
	Says string
}

func (c forbidAction) Types() string { return identities }

func (c forbidAction) Judge(p *checks.Pass, r *model.Resource) {
	for s := range statements(r) {
		for e := range s.Actions() {
			fault := min(s.Allows(), c.Is(s, e))
			if fault == model.No {
				p.Judged() // as of most actions, which then need no words
				continue
			}
			p.Forbid(fault, e.Value, c.Says, checks.Said(e.Value))
		}
	}
}
