package view

import (
	"slices"
	"testing"

	"github.com/lintel-iac/lintel/model"
)

// network is a scope with a VPC, an internet gateway and a subnet with an instance
// in it, which a test completes.
type network struct {
	*model.Scope
	vpc, gateway, subnet, group, instance *model.Resource
}

func newNetwork() *network {
	n := &network{Scope: &model.Scope{Format: model.Terraform}}
	n.vpc = resource(n.Scope, "aws_vpc", "main", object{})
	n.gateway = resource(n.Scope, "aws_internet_gateway", "main", object{})
	n.subnet = resource(n.Scope, "aws_subnet", "a", object{"map_public_ip_on_launch": true})
	n.group = resource(n.Scope, "aws_security_group", "web", object{"ingress": list{object{
		"from_port": 443, "to_port": 443, "protocol": "tcp", "cidr_blocks": list{"0.0.0.0/0"},
	}}})
	n.instance = resource(n.Scope, "aws_instance", "web", object{"subnet_id": keyed("aws_subnet.a.id")})
	refer(n.subnet, "vpc_id", n.vpc)
	refer(n.instance, "subnet_id", n.subnet)
	refer(n.instance, "vpc_security_group_ids", n.group)
	return n
}

func refer(from *model.Resource, path string, to *model.Resource) {
	from.Refs = append(from.Refs, model.Ref{Path: path, To: to.Address, Attr: "id", Exact: true})
}

// table gives the subnet a route table with a route.
func (n *network) table(route object) *model.Resource {
	table := resource(n.Scope, "aws_route_table", "public", object{"route": list{route}})
	association := resource(n.Scope, "aws_route_table_association", "a", object{})
	refer(association, "subnet_id", n.subnet)
	refer(association, "route_table_id", table)
	return table
}

func (n *network) online() {
	refer(n.table(object{"cidr_block": "0.0.0.0/0", "gateway_id": keyed("aws_internet_gateway.main.id")}), "route.gateway_id", n.gateway)
}

func TestExposed(t *testing.T) {
	for _, test := range []struct {
		name string
		make func(n *network)
		want model.Truth
	}{
		{"a route, an address and a group", (*network).online, yes},
		{"no table of its own: the main one has no route", func(*network) {}, no},
		{"a route to the gateway of a VPN", func(n *network) {
			vpn := resource(n.Scope, "aws_vpn_gateway", "office", object{})
			refer(n.table(object{"cidr_block": "0.0.0.0/0", "gateway_id": unknown()}), "route.gateway_id", vpn)
		}, no},
		{"a gateway of which nothing is known", func(n *network) {
			n.table(object{"cidr_block": "0.0.0.0/0", "gateway_id": unknown()})
		}, maybe},
		{"a deployed gateway", func(n *network) { n.table(object{"cidr_block": "0.0.0.0/0", "gateway_id": "igw-1"}) }, yes},
		{"a route for some addresses", func(n *network) { n.table(object{"cidr_block": "192.0.2.0/24", "gateway_id": "igw-1"}) }, no},
		{"a route resource", func(n *network) {
			table := n.table(object{"cidr_block": "10.0.0.0/8"})
			refer(resource(n.Scope, "aws_route", "internet", object{"destination_ipv6_cidr_block": "::/0", "gateway_id": "igw-1"}), "route_table_id", table)
		}, yes},
		{"the main table of the VPC", func(n *network) {
			main := resource(n.Scope, "aws_default_route_table", "main", object{"route": list{object{"cidr_block": "0.0.0.0/0", "gateway_id": "igw-1"}}})
			refer(main, "default_route_table_id", n.vpc)
		}, yes},
		{"no address", func(n *network) {
			n.online()
			n.instance.Body = n.instance.Body.With("associate_public_ip_address", model.Flag(false, model.Origin{}))
		}, no},
		{"an elastic address", func(n *network) {
			n.online()
			n.instance.Body = n.instance.Body.With("associate_public_ip_address", model.Flag(false, model.Origin{}))
			refer(resource(n.Scope, "aws_eip", "web", object{}), "instance", n.instance)
		}, yes},
		{"a network ACL that lets nothing in", func(n *network) {
			n.online()
			refer(resource(n.Scope, "aws_network_acl", "shut", object{}), "subnet_ids", n.subnet)
		}, no},
		{"a group that lets only neighbours in", func(n *network) {
			n.online()
			n.group.Body = value(object{"ingress": list{object{
				"from_port": 443, "to_port": 443, "protocol": "tcp", "cidr_blocks": list{"10.0.0.0/8"},
			}}}, model.Origin{Resource: n.group})
		}, no},
		{"the default group", func(n *network) {
			n.online()
			n.instance.Refs = slices.DeleteFunc(n.instance.Refs, func(ref model.Ref) bool { return ref.To == n.group.Address })
		}, no},
		{"one of several subnets", func(n *network) {
			n.online()
			n.instance.Refs[0].Exact = false
		}, maybe},
		{"one of several subnets, all of them shut", func(n *network) { n.instance.Refs[0].Exact = false }, no},
	} {
		t.Run(test.name, func(t *testing.T) {
			n := newNetwork()
			test.make(n)
			got := Exposed(n.instance)
			want(t, "Open", got.Open, test.want)
			if (got.Open == maybe) != (got.Why != "") {
				t.Errorf("the reason of %v is %q", got.Open, got.Why)
			}
		})
	}
}

func TestWayOfExposure(t *testing.T) {
	n := newNetwork()
	n.online()
	var names []string
	for _, hop := range Exposed(n.instance).Way {
		names = append(names, hop.Name)
	}
	wanted := []string{
		"route to aws_internet_gateway.main in aws_route_table.public",
		"map_public_ip_on_launch of aws_subnet.a",
		"ingress.cidr_blocks of aws_security_group.web",
	}
	if !slices.Equal(names, wanted) {
		t.Errorf("the way is %q, want %q", names, wanted)
	}
}

func TestPrivileged(t *testing.T) {
	all := `{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}`
	for _, test := range []struct {
		name string
		role object
		want model.Truth
	}{
		{"nothing", object{}, no},
		{"everything", object{"policy": list{object{"policy": all}}}, yes},
		{"a service", object{"policy": list{object{"policy": `{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}`}}}, yes},
		{"a service on one resource", object{"policy": list{object{"policy": `{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::a"}}`}}}, no},
		{"denied", object{"policy": list{object{"policy": `{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}`}}}, no},
		{"an unknown policy", object{"policy": list{object{"policy": unknown()}}}, maybe},
		{"AdministratorAccess", object{"managed_policy_arns": list{"arn:aws-cn:iam::aws:policy/AdministratorAccess"}}, yes},
		{"a policy of the same name", object{"managed_policy_arns": list{"arn:aws:iam::123456789012:policy/AdministratorAccess"}}, no},
		{"an unknown ARN", object{"managed_policy_arns": list{unknown()}}, maybe},
	} {
		t.Run(test.name, func(t *testing.T) {
			role := resource(&model.Scope{}, "aws_iam_role", "r", test.role)
			got, at := Privileged(role)
			want(t, "Privileged", got, test.want)
			if got != no && at.State == model.Absent {
				t.Error("it is not said by what")
			}
		})
	}
}
