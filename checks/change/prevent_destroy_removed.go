package change

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PreventDestroyRemoved = &checks.Check{
	Title:    "The change takes prevent_destroy off a resource",
	Severity: checks.Medium,
	Why:      "Whoever wrote it wanted no plan ever to destroy the resource. Without it, a rename or an attribute that forces a replacement does.",
	Fix: checks.Fix{
		Terraform: "Leave \"prevent_destroy = true\" where it is. Where the resource is to go, accept the finding with that reason.",
	},
	References: []string{"https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#prevent_destroy"},
	Loss:       true,
	Since:      "0.1",
	Rule:       checks.Func{On: "*", Do: preventDestroyRemoved},
}

const preventDestroy = "lifecycle.prevent_destroy"

// preventDestroyRemoved judges source: a plan does not hold what is said of the
// lifecycle. With a block that is gone, the protection is as well.
func preventDestroyRemoved(p *checks.Pass, r *model.Resource) {
	was := r.At(preventDestroy)
	if was.IsTrue() == model.No || r.Scope.Format != model.Terraform {
		return
	}
	is := r.Scope.After.Become(r)
	if is == nil {
		p.Forbid(min(certain(r, nil), was.IsTrue()), gone(r), "%s had prevent_destroy before the change, and is not there any more", r.Address)
		return
	}
	now := is.At(preventDestroy)
	p.Forbid(min(certain(r, is), was.IsTrue(), model.Not(now.IsTrue())), now, "prevent_destroy was %v before the change, and is %v now", was, now)
}
