package vpc

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var DefaultRouteThroughInstance = &checks.Check{
	Title:    "Default route leads through an instance",
	Severity: checks.Low,
	Why:      "When that one machine fails or is taken over, all that leaves the subnets stops or is read; a NAT gateway AWS keeps up.",
	Fix: checks.Fix{
		Terraform:      `Let the route lead to an "aws_nat_gateway", by "nat_gateway_id".`,
		CloudFormation: `Let the route lead to an "AWS::EC2::NatGateway", by "NatGatewayId".`,
		Live:           `Run "aws ec2 replace-route" with --nat-gateway-id.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_35",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-comparison.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_route aws_route_table aws_default_route_table", Do: routeThroughInstance},
}

func routeThroughInstance(p *checks.Pass, r *model.Resource) {
	if r.Type == "aws_route" {
		instanceRoute(p, r, r.Body, "network_interface_id", "destination_cidr_block", "destination_ipv6_cidr_block")
		return
	}
	for route := range r.Each("route") {
		instanceRoute(p, r, route, "route.network_interface_id", "cidr_block", "ipv6_cidr_block")
	}
}

func instanceRoute(p *checks.Pass, r *model.Resource, route model.Value, path string, destinations ...string) {
	eni := route.At("network_interface_id")
	through := max(model.Not(route.At("instance_id").IsEmpty()), ofInstance(r, path, eni))
	p.HingesOn(eni)
	for _, destination := range destinations {
		to := route.At(destination)
		p.Forbid(min(through, to.Is("0.0.0.0/0", "::/0")), to, "the route through an instance is for %v", to)
	}
}

// ofInstance asks whether an interface is the one that an instance came with: others
// may be those of firewalls.
func ofInstance(r *model.Resource, path string, eni model.Value) model.Truth {
	for ref := range r.RefsAt(path) {
		if target := r.Scope.Resource(ref.To); target != nil {
			return model.Is(target.Type == "aws_instance")
		}
	}
	if eni.State == model.Unknown {
		return model.Maybe
	}
	return model.No
}
