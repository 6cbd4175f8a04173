package vpc

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var EndpointWithoutRoutes = &checks.Check{
	Title:    "Gateway endpoint is in no route table",
	Severity: checks.Low,
	Why:      "Traffic to the service goes out through the internet all the same, past the policy of the endpoint.",
	Fix: checks.Fix{
		Terraform:      `Name the route tables in "route_table_ids", or add an "aws_vpc_endpoint_route_table_association".`,
		CloudFormation: `Name the route tables in "RouteTableIds".`,
		Live:           `Run "aws ec2 modify-vpc-endpoint" with --add-route-table-ids.`,
	},
	Aliases: checks.Aliases{
		KICS: "0bc534c5-13d1-4353-a7fe-b8665d5c1d7d",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_vpc_endpoint", Do: withoutRoutes},
}

func withoutRoutes(p *checks.Pass, r *model.Resource) {
	tables := r.At("route_table_ids")
	routed := max(model.Not(tables.IsEmpty()), checks.Declared(r, "route_table_association"))
	gateway := r.At("vpc_endpoint_type").Is("Gateway")
	p.Forbid(min(gateway, model.Not(routed)), tables, "%s is %v", tables.Origin.Name, checks.Said(tables))
}
