package vpc

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var PeeringRouteWide = &checks.Check{
	Title:    "All traffic of a route table goes to a peered VPC",
	Severity: checks.Medium,
	Why: "Everything that has no other way is sent to the other side, which may be somebody else's, and its " +
		"machines can answer.",
	Fix: checks.Fix{
		Terraform:      "Name the range of the other VPC as the destination.",
		CloudFormation: `Name the range of the other VPC as "DestinationCidrBlock".`,
		Live:           `Run "aws ec2 create-route" with the range of the other VPC, then delete this route.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_44",
		KICS:    "b3a41501-f712-4c4f-81e5-db9a7dc0e34e",
		Prowler: "vpc_peering_routing_tables_with_least_privilege",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_route aws_route_table aws_default_route_table", Do: widePeering},
}

func widePeering(p *checks.Pass, r *model.Resource) {
	if r.Type == "aws_route" {
		widePeeringRoute(p, r.Body, "destination_cidr_block", "destination_ipv6_cidr_block")
		return
	}
	for route := range r.Each("route") {
		widePeeringRoute(p, route, "cidr_block", "ipv6_cidr_block")
	}
}

func widePeeringRoute(p *checks.Pass, route model.Value, destinations ...string) {
	peered := model.Not(route.At("vpc_peering_connection_id").IsEmpty())
	for _, path := range destinations {
		to := route.At(path)
		p.Forbid(min(peered, to.Is("0.0.0.0/0", "::/0")), to, "the route to the peered VPC is for %v", to)
	}
}
