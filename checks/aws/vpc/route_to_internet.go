package vpc

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var RouteToInternet = &checks.Check{
	Title:    "Route table leads to the internet",
	Severity: checks.Low,
	Why: "Machines in its subnets that have a public address can be reached from outside. Only load balancers " +
		"and NAT gateways need that.",
	Fix: checks.Fix{
		Terraform:      "Send the default route to a NAT gateway, and keep this table for public subnets.",
		CloudFormation: "Send the default route to a NAT gateway, and keep this table for public subnets.",
		Live:           "Replace the route by one to a NAT gateway where the subnets are to be private.",
	},
	Aliases: checks.Aliases{
		KICS:  "4f0908b9-eb66-433f-9145-134274e1e944",
		Guard: "NO_UNRESTRICTED_ROUTE_TO_IGW",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_route aws_route_table aws_default_route_table", Do: internetRoute},
}

func internetRoute(p *checks.Pass, r *model.Resource) {
	if r.Type == "aws_route" {
		gatewayRoute(p, r.Body, leads(p, r, "gateway_id", r.At("gateway_id")), "destination_cidr_block", "destination_ipv6_cidr_block")
		return
	}
	for route := range r.Each("route") {
		gatewayRoute(p, route, leads(p, r, "route.gateway_id", route.At("gateway_id")), "cidr_block", "ipv6_cidr_block")
	}
}

func gatewayRoute(p *checks.Pass, route model.Value, internet model.Truth, destinations ...string) {
	for _, path := range destinations {
		to := route.At(path)
		p.Forbid(min(internet, to.Is("0.0.0.0/0", "::/0")), to, "the route to an internet gateway is for %v", to)
	}
}

// leads asks whether a gateway is one to the internet, by its id or by what it
// refers to: a VPN gateway stands in the same attribute.
func leads(p *checks.Pass, r *model.Resource, path string, gateway model.Value) model.Truth {
	found := view.InternetGateway(p.Scope, gateway)
	if found != model.Maybe {
		return found
	}
	for ref := range r.RefsAt(path) {
		if target := p.Scope.Resource(ref.To); target != nil {
			return model.Is(target.Type == "aws_internet_gateway")
		}
	}
	return found
}
