package change

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var FlowLogRemoved = &checks.Check{
	Title:    "The change removes a flow log",
	Severity: checks.Medium,
	Why:      "What goes in and out of the network is not recorded any more, so that an attack cannot be followed afterwards.",
	Fix: checks.Fix{
		Terraform:      "Keep the flow log as long as there is what it watches.",
		CloudFormation: "Keep the flow log as long as there is what it watches.",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html"},
	Loss:       true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_flow_log", Do: flowLogRemoved},
}

// watched are the attributes that name what a flow log is of.
var watched = []string{"vpc_id", "subnet_id", "eni_id", "transit_gateway_id", "transit_gateway_attachment_id"}

func flowLogRemoved(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "")
	if r.Scope.After.Become(r) != nil || guardedIsGone(r, watched) {
		return
	}
	replaced := model.No
	for _, other := range added(r) {
		for _, path := range watched {
			if was, is := r.At(path), other.At(path); was.IsSet() != model.No && model.Same(was, is) {
				replaced = max(replaced, certain(other, nil))
			} else if was.IsSet() != model.No && is.State == model.Unknown {
				replaced = max(replaced, model.Maybe)
			}
		}
	}
	removed(p, r, replaced)
}

// guardedIsGone tells whether what a resource names at one of the paths was a
// resource of the same root that is gone as well.
func guardedIsGone(r *model.Resource, paths []string) bool {
	for _, path := range paths {
		for ref := range r.RefsAt(path) {
			if to := r.Scope.Resource(ref.To); to != nil && r.Scope.After.Become(to) == nil {
				return true
			}
		}
	}
	return false
}
