package view

import (
	"fmt"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// Exposure is how far the internet reaches a machine, and on which way.
type Exposure struct {
	Open model.Truth
	// Why is the reason where Open is Maybe.
	Why string
	// Way is what lies between the internet and the machine, in the order of a
	// packet, as far as it is in the scope.
	Way []model.Hop
}

// also is what holds where both hold.
func (e Exposure) also(o Exposure) Exposure {
	both := Exposure{Open: min(e.Open, o.Open), Why: e.Why, Way: append(e.Way[:len(e.Way):len(e.Way)], o.Way...)}
	if e.Open == model.Yes {
		both.Why = o.Why
	}
	return both
}

// or is the wider of two.
func (e Exposure) or(o Exposure) Exposure {
	if o.Open > e.Open {
		return o
	}
	return e
}

// of is what is left of an Exposure where it is not sure that a link leads there.
func (e Exposure) of(l link) Exposure {
	if l.sure || e.Open != model.Yes {
		return e
	}
	e.Open, e.Why = model.Maybe, "which of several is meant, "+l.Address+" or another, is not known"
	return e
}

// On is an Exposure as a doubt about a value, so that a finding about the value
// says why it is not sure.
func (e Exposure) On(v model.Value) model.Value { return weaken(v, e.Open, e.Why) }

// step is an Exposure of one hop.
func step(open model.Truth, by model.Value, format string, args ...any) Exposure {
	e := Exposure{Open: open, Way: []model.Hop{{Name: fmt.Sprintf(format, args...), Range: placeOf(by)}}}
	if open == model.Maybe {
		e.Why = "depends on a value that is not known"
		if by.Why != nil {
			e.Why = by.Why.Reason
		}
	}
	return e
}

func placeOf(v model.Value) model.Range {
	if v.Origin.File == "" && v.Origin.Resource != nil {
		return v.Origin.Resource.Location
	}
	return v.Origin.Range
}

// beyond is what is known where the rest lies outside of the scope.
func beyond(format string, args ...any) Exposure {
	return Exposure{Open: model.Maybe, Why: fmt.Sprintf(format, args...)}
}

// Exposed asks how far the internet reaches a machine: an aws_instance by any
// port, an aws_db_instance or aws_rds_cluster_instance by the port that it listens
// on. It takes a public address, a route, and a security group; a network ACL in
// the scope may still refuse.
//
// https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
func Exposed(r *model.Resource) Exposure {
	subnets, inScope := subnetsOf(r)
	e := addressed(r, subnets, inScope)
	if e.Open == model.No {
		return e
	}
	if len(subnets) > 0 {
		way := Exposure{}
		for _, subnet := range subnets {
			way = way.or(connected(subnet).also(admittedBy(subnet)).of(subnet))
		}
		e = way.also(e)
	}
	return e.also(guarded(r))
}

// subnetsOf are the subnets that a machine may be in, as far as they are in the
// scope.
func subnetsOf(r *model.Resource) (subnets []link, inScope bool) {
	if r.Type == "aws_instance" {
		return links(r, "subnet_id", "aws_subnet", "id")
	}
	groups, inScope := links(r, "db_subnet_group_name", "aws_db_subnet_group", "name")
	return through(groups, "subnet_ids", "aws_subnet", "id"), inScope
}

// addressed asks whether the machine has a public address.
func addressed(r *model.Resource, subnets []link, inScope bool) Exposure {
	if r.Type != "aws_instance" {
		public := r.At("publicly_accessible")
		return step(public.IsTrue(), public, "%s of %s", public.Origin.Name, r.Address)
	}
	for _, eip := range append(linked(r, "aws_eip", "instance", "id"), linked(r, "aws_eip_association", "instance_id", "id")...) {
		return step(model.Yes, eip.Body, "%s", eip.Address).of(eip)
	}
	asked := r.At("associate_public_ip_address")
	switch {
	case asked.State != model.Absent:
		return step(asked.IsTrue(), asked, "%s of %s", asked.Origin.Name, r.Address)
	case len(subnets) > 0:
		given := subnets[0].At("map_public_ip_on_launch")
		return step(given.IsTrue(), given, "%s of %s", given.Origin.Name, subnets[0].Address).of(subnets[0])
	case r.At("subnet_id").State != model.Absent, r.At("network_interface").State != model.Absent, r.At("launch_template").State != model.Absent, !inScope:
		return beyond("whether %s gets a public address is said elsewhere", r.Address)
	}
	return step(model.Yes, r.Body, "the default subnet of %s", r.Address)
}

// connected asks whether a subnet has a route to the internet. Without a table of its
// own it has the main one of its VPC, which starts out without such a route.
//
// https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html#main-route-table
func connected(subnet link) Exposure {
	tables := tablesOf(subnet)
	if len(tables) == 0 {
		if vpcs, _ := links(subnet.Resource, "vpc_id", "aws_vpc", "id"); len(vpcs) == 0 {
			return beyond("the route table of %s is not here", subnet.Address)
		}
		return Exposure{}
	}
	e := Exposure{}
	for _, table := range tables {
		for route := range table.Each("route") {
			e = e.or(toInternet(table.Resource, "route.gateway_id", route).of(table))
		}
		for _, route := range linked(table.Resource, "aws_route", "route_table_id", "id") {
			e = e.or(toInternet(route.Resource, "gateway_id", route.Body).of(table).of(route))
		}
	}
	return e
}

func tablesOf(subnet link) []link {
	own := linked(subnet.Resource, "aws_route_table_association", "subnet_id", "id")
	if tables := through(own, "route_table_id", "aws_route_table", "id"); len(tables) > 0 {
		return tables
	}
	var tables []link
	vpcs, _ := links(subnet.Resource, "vpc_id", "aws_vpc", "id")
	for _, vpc := range vpcs {
		main := linked(vpc.Resource, "aws_main_route_table_association", "vpc_id", "id")
		tables = append(tables, through(main, "route_table_id", "aws_route_table", "id")...)
		tables = append(tables, linked(vpc.Resource, "aws_default_route_table", "default_route_table_id", "default_route_table_id")...)
	}
	return tables
}

// toInternet asks whether a route leads to an internet gateway: a VPN gateway
// stands in the same attribute.
func toInternet(r *model.Resource, path string, route model.Value) Exposure {
	all := model.No
	for _, name := range [...]string{"cidr_block", "ipv6_cidr_block", "destination_cidr_block", "destination_ipv6_cidr_block"} {
		all = max(all, judge(route.At(name), anywhere, couldBeAnywhere))
	}
	if all == model.No {
		return Exposure{}
	}
	gateway := route.At("gateway_id")
	internet := gateway.HasPrefix("igw-")
	name := ""
	if internet == model.Maybe {
		var agreed agreement
		for _, ref := range r.Refs {
			// A plan says of a route as a whole what it refers to.
			target := r.Scope.Resource(ref.To)
			if target == nil || ref.Path != path && !strings.HasPrefix(path, ref.Path+".") {
				continue
			}
			switch target.Type {
			case "aws_internet_gateway":
				agreed.add(model.Yes)
				name = " to " + target.Address
			case "aws_vpn_gateway":
				agreed.add(model.No)
			}
		}
		internet = agreed.answer()
	}
	return step(min(all, internet), gateway, "route%s in %s", name, r.Address)
}

// admittedBy asks whether the network ACLs of a subnet let the internet in. One
// that is not in the scope is the VPC's default one, which does.
//
// https://docs.aws.amazon.com/vpc/latest/userguide/default-network-acl.html
func admittedBy(subnet link) Exposure {
	acls := linked(subnet.Resource, "aws_network_acl", "subnet_ids", "id")
	associations := linked(subnet.Resource, "aws_network_acl_association", "subnet_id", "id")
	acls = append(acls, through(associations, "network_acl_id", "aws_network_acl", "id")...)
	if len(acls) == 0 {
		return Exposure{Open: model.Yes}
	}
	e := Exposure{}
	for _, acl := range acls {
		for rule := range Ingress(acl.Resource) {
			e = e.or(step(rule.fromInternet(), rule.Source, "%s", acl.Address))
		}
	}
	return e
}

// fromInternet asks whether a rule lets TCP or UDP in from anywhere.
func (r *Rule) fromInternet() model.Truth {
	return min(r.FromAnywhere(), max(r.Carries("tcp"), r.Carries("udp")))
}

// guarded asks whether a security group lets the internet in. Without one a machine
// has its VPC's default group, which does not.
//
// https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
func guarded(r *model.Resource) Exposure {
	e := Exposure{}
	paths := []string{"vpc_security_group_ids"}
	if r.Type == "aws_instance" {
		paths = append(paths, "security_groups")
	}
	for _, path := range paths {
		groups, inScope := links(r, path, "aws_security_group", "id")
		for _, group := range groups {
			for rule := range Ingress(group.Resource) {
				e = e.or(step(opens(r, rule), rule.Source, "%s of %s", rule.Source.Origin.Name, group.Address).of(group))
			}
		}
		if !inScope {
			e = e.or(beyond("a security group of %s is not here", r.Address))
		}
	}
	return e
}

// opens asks whether a rule lets the internet reach what listens on a machine.
func opens(r *model.Resource, rule *Rule) model.Truth {
	if r.Type == "aws_instance" {
		return rule.fromInternet()
	}
	port, ok := r.At("port").Data.(float64)
	if !ok {
		return rule.fromInternet()
	}
	return min(rule.FromAnywhere(), rule.Over("tcp").Admits(int(port)))
}
