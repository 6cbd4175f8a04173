package view

import "github.com/lintel-iac/lintel/model"

// PublicSubnet asks whether a subnet gives public addresses, or its route table leads to an
// internet gateway of the scope: the one it is associated with, else the main one of its VPC.
//
// https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html
// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
func PublicSubnet(subnet *model.Resource) model.Truth {
	public, associated := subnet.At("map_public_ip_on_launch").IsTrue(), false
	for _, by := range Referrers(subnet) {
		if by.Type == "aws_route_table_association" {
			public, associated = max(public, tableLeadsOut(by)), true
		}
	}
	if !associated {
		public = max(public, mainLeadsOut(subnet))
	}
	return public
}

// tableLeadsOut asks it of the route table that an association names.
func tableLeadsOut(association *model.Resource) model.Truth {
	out := model.No
	for ref := range association.RefsAt("route_table_id") {
		if table := association.Scope.Resource(ref.To); table != nil {
			out = max(out, leadsOut(table))
		}
	}
	return out
}

// mainLeadsOut asks it of the main route table of a subnet's VPC: the one that the VPC came with, or that was
// put in its place.
func mainLeadsOut(subnet *model.Resource) model.Truth {
	out := model.No
	for ref := range subnet.RefsAt("vpc_id") {
		vpc := subnet.Scope.Resource(ref.To)
		if vpc == nil {
			continue
		}
		for _, by := range Referrers(vpc) {
			switch by.Type {
			case "aws_main_route_table_association":
				out = max(out, tableLeadsOut(by))
			case "aws_default_route_table":
				out = max(out, leadsOut(by))
			case "aws_route":
				out = max(out, gateway(by, "gateway_id"))
			}
		}
	}
	return out
}

// leadsOut asks whether a route table has a route to an internet gateway.
func leadsOut(table *model.Resource) model.Truth {
	out := gateway(table, "route.gateway_id")
	for _, by := range Referrers(table) {
		if by.Type == "aws_route" {
			out = max(out, gateway(by, "gateway_id"))
		}
	}
	return out
}

// gateway asks whether an attribute names an internet gateway.
func gateway(r *model.Resource, path string) model.Truth {
	for ref := range r.RefsAt(path) {
		if target := r.Scope.Resource(ref.To); target != nil {
			return model.Is(target.Type == "aws_internet_gateway")
		}
	}
	found := model.No
	for id := range r.Each(path) {
		found = max(found, InternetGateway(r.Scope, id))
	}
	return found
}

// InternetGateway asks whether an id is that of an internet gateway: by its look, or
// because one is attached by the same id.
func InternetGateway(scope *model.Scope, id model.Value) model.Truth {
	for _, attachment := range scope.OfType("aws_internet_gateway_attachment") {
		if model.Links(attachment.At("internet_gateway_id"), id) == model.Yes {
			return model.Yes
		}
	}
	return id.HasPrefix("igw-")
}
