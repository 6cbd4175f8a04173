package view

import (
	"testing"

	"github.com/lintel-iac/lintel/model"
)

func TestPublicSubnet(t *testing.T) {
	for _, test := range []struct {
		name   string
		subnet object
		route  object      // of a table that is associated, nil for none
		refs   []model.Ref // of that route
		want   model.Truth
	}{
		{"alone", object{}, nil, nil, no},
		{"gives addresses", object{"map_public_ip_on_launch": true}, nil, nil, yes},
		{"may give addresses", object{"map_public_ip_on_launch": unknown()}, nil, nil, maybe},
		{"route by reference", object{}, object{"gateway_id": unknown()}, []model.Ref{{Path: "gateway_id", To: "aws_internet_gateway.main"}}, yes},
		{"route by id", object{}, object{"gateway_id": "igw-0123456789abcdef0"}, nil, yes},
		{"route to a VPN", object{}, object{"gateway_id": "vgw-0123456789abcdef0"}, nil, no},
		{"route to what is not known", object{}, object{"gateway_id": unknown()}, nil, maybe},
	} {
		scope := &model.Scope{Format: model.Terraform}
		subnet := resource(scope, "aws_subnet", "a", test.subnet)
		resource(scope, "aws_internet_gateway", "main", object{})
		if test.route != nil {
			table := resource(scope, "aws_route_table", "out", object{})
			association := resource(scope, "aws_route_table_association", "a", object{})
			association.Refs = []model.Ref{{Path: "subnet_id", To: subnet.Address}, {Path: "route_table_id", To: table.Address}}
			route := resource(scope, "aws_route", "out", test.route)
			route.Refs = append(test.refs, model.Ref{Path: "route_table_id", To: table.Address})
		}
		want(t, test.name, PublicSubnet(subnet), test.want)
	}
}

// A subnet without a table of its own goes by the main one of its VPC.
func TestPublicByMainTable(t *testing.T) {
	for _, test := range []struct {
		name, typ, path string // what makes a table the main one, and where it refers to the VPC
		own             bool   // the subnet has a table of its own
		want            model.Truth
	}{
		{"that the VPC came with", "aws_default_route_table", "default_route_table_id", false, yes},
		{"that was put in its place", "aws_main_route_table_association", "vpc_id", false, yes},
		{"of the VPC, but not of the subnet", "aws_main_route_table_association", "vpc_id", true, no},
		{"of nobody", "aws_route_table", "vpc_id", false, no},
	} {
		scope := &model.Scope{Format: model.Terraform}
		vpc := resource(scope, "aws_vpc", "main", object{})
		subnet := resource(scope, "aws_subnet", "a", object{})
		subnet.Refs = []model.Ref{{Path: "vpc_id", To: vpc.Address}}
		table := resource(scope, "aws_route_table", "out", object{"route": list{object{"gateway_id": "igw-0123456789abcdef0"}}})
		by := resource(scope, test.typ, "main", object{"route": list{object{"gateway_id": "igw-0123456789abcdef0"}}})
		by.Refs = []model.Ref{{Path: test.path, To: vpc.Address}, {Path: "route_table_id", To: table.Address}}
		if test.own {
			inner := resource(scope, "aws_route_table", "inner", object{})
			association := resource(scope, "aws_route_table_association", "a", object{})
			association.Refs = []model.Ref{{Path: "subnet_id", To: subnet.Address}, {Path: "route_table_id", To: inner.Address}}
		}
		want(t, test.name, PublicSubnet(subnet), test.want)
	}
}

func TestReferrersAreNamedOnce(t *testing.T) {
	scope := &model.Scope{Format: model.Terraform}
	group := resource(scope, "aws_security_group", "a", object{})
	instance := resource(scope, "aws_instance", "a", object{})
	instance.Refs = []model.Ref{{Path: "vpc_security_group_ids", To: group.Address}, {Path: "tags.group", To: group.Address}}
	if found := Referrers(group); len(found) != 1 || found[0] != instance {
		t.Errorf("found %d", len(found))
	}
	if found := Referrers(instance); len(found) != 0 {
		t.Errorf("found %d of the instance", len(found))
	}
}
