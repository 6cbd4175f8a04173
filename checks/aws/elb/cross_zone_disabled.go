package elb

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var CrossZoneDisabled = &checks.Check{
	Title:    "Load balancer uses the targets of one zone for the clients of that zone only",
	Severity: checks.Low,
	Why:      "A zone with few or broken targets is overloaded while those of the others idle.",
	Fix: checks.Fix{
		Terraform:      `Set "enable_cross_zone_load_balancing = true".`,
		CloudFormation: `Set the attribute "load_balancing.cross_zone.enabled" to true in "LoadBalancerAttributes".`,
		Live:           `Run "aws elbv2 modify-load-balancer-attributes" with load_balancing.cross_zone.enabled=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_152",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-load-balancer-attributes.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_lb", Do: singleZone},
}

// singleZone leaves out application load balancers, which always use all zones.
func singleZone(p *checks.Pass, r *model.Resource) {
	cross := r.At("enable_cross_zone_load_balancing")
	choice := r.At("load_balancer_type").Is("network", "gateway")
	p.Forbid(min(choice, model.Not(cross.IsTrue())), cross, "%s is %v", cross.Origin.Name, checks.Said(cross))
}
