package view

import (
	"iter"
	"net/netip"
	"slices"
	"testing"

	"github.com/lintel-iac/lintel/model"
)

const (
	no    = model.No
	maybe = model.Maybe
	yes   = model.Yes
)

// sshFromAnywhere is what a check asks of a whole firewall.
func sshFromAnywhere(rules iter.Seq[*Rule]) model.Truth {
	found := no
	for r := range rules {
		found = max(found, min(r.Over("tcp").Admits(22), r.FromAnywhere()))
	}
	return found
}

func TestFromAnywhere(t *testing.T) {
	tests := []struct {
		cidr             any
		anywhere, public model.Truth
	}{
		{"0.0.0.0/0", yes, yes},
		{"0.0.0.0/00", yes, yes},
		{" 0.0.0.0/0 ", yes, yes},
		{"000.000.000.000/0", yes, yes},
		{"10.0.0.0/0", yes, yes}, // host bits do not count
		{"::/0", yes, yes},
		{"0::/0", yes, yes},
		{"::0/0", yes, yes},
		{"0:0:0:0:0:0:0:0/0", yes, yes},
		{"2000::/3", yes, yes}, // all addresses that IPv6 gives out
		{"0.0.0.0/1", no, yes},
		{"2600:1f18::/33", no, yes},
		{"8.8.8.8/32", no, yes},
		{"8.8.8.8", no, yes},
		{"10.0.0.0/8", no, no},
		{"172.16.5.0/24", no, no},
		{"172.32.0.0/16", no, yes},
		{"192.168.1.1/32", no, no},
		{"fd00:1::/64", no, no},
		{"169.254.169.254/32", no, no},
		{"not an address", no, no},
		{"1.2.3.4/x", no, no},
		{"fe80::1%eth0/64", no, no},
		{unknown(), maybe, maybe},
		{starting("0.0.0.0/"), maybe, maybe},
		{starting("0.0.0.0/1"), no, maybe},
		{starting("10."), no, no},
		{starting("10.20.0.0/"), no, no},
		{starting("172.16."), no, no},
		{ending("/32"), no, maybe},
		{ending("/0"), maybe, maybe},
		{keyed("module.net|data.aws_vpc.v.cidr_block"), no, maybe},
		{keyed("aws_subnet.s.cidr_block"), no, maybe},
		{keyed("aws_subnet.s.cidr"), maybe, maybe},
		{starting("172."), no, maybe},
		{starting("52."), no, maybe},
		{oneOf("0.0.0.0/0", "::/0"), yes, yes},
		{oneOf("0.0.0.0/0", "10.0.0.0/8"), maybe, maybe},
		{oneOf("10.0.0.0/8", starting("192.168.")), no, no},
	}
	for _, test := range tests {
		sg := alone("aws_security_group", object{"ingress": list{object{
			"protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_blocks": list{test.cidr},
		}}})
		n := 0
		for r := range Ingress(sg) {
			n++
			want(t, "FromAnywhere "+r.Source.String(), r.FromAnywhere(), test.anywhere)
			want(t, "FromPublic "+r.Source.String(), r.FromPublic(), test.public)
		}
		if n != 1 {
			t.Errorf("%v: %d rules", test.cidr, n)
		}
	}
}

func TestPorts(t *testing.T) {
	tests := []struct {
		name               string
		protocol, from, to any
		ssh, ports, all    model.Truth
	}{
		{"one port", "tcp", 22, 22, yes, no, no},
		{"range", "tcp", 20, 25, yes, no, no},
		{"beside", "tcp", 23, 80, no, no, no},
		{"protocol by number", "6", 22, 22, yes, no, no},
		{"protocol in capitals", "TCP", "22", "22", yes, no, no},
		{"udp", "udp", 22, 22, yes, no, no},
		{"all ports", "tcp", 0, 65535, yes, yes, no},
		{"all but zero", "tcp", 1, 65535, yes, yes, no},
		{"all UDP", "udp", 0, 65535, yes, yes, no},
		{"port zero", "tcp", 0, 0, no, no, no},
		{"all traffic", "-1", 0, 0, yes, yes, yes},
		{"all traffic, a number", -1, nil, nil, yes, yes, yes},
		{"all traffic by name", "all", 0, 0, yes, yes, yes},
		{"tcp without ports", "tcp", nil, nil, yes, yes, no},
		{"tcp with -1", "tcp", -1, -1, yes, yes, no},
		{"icmp type 22", "icmp", 22, 22, no, no, no},
		{"all icmp", "icmp", -1, -1, no, no, no},
		{"icmpv6", "58", 0, 65535, no, no, no},
		{"gre", "47", 0, 65535, no, no, no},
		{"unknown ports", "tcp", unknown(), unknown(), maybe, maybe, no},
		{"unknown end, too high a start", "tcp", 443, unknown(), no, no, no},
		{"unknown protocol", unknown(), 22, 22, maybe, no, no},
		{"unknown protocol, other port", unknown(), 443, 443, no, no, no},
		{"unknown protocol, port zero", unknown(), 0, 0, maybe, maybe, maybe},
		{"one port, unknown", "tcp", keyed("var.port"), keyed("var.port"), maybe, no, no},
		{"two ports, unknown", "tcp", keyed("var.from"), keyed("var.to"), maybe, maybe, no},
		{"backwards", "tcp", 22, 0, yes, no, no},
		{"backwards, around", "tcp", 80, 0, maybe, no, no},
		{"either", "tcp", oneOf(22, 20), oneOf(22, 25), yes, no, no},
		{"tcp or all", oneOf("tcp", "-1"), 22, 22, yes, maybe, maybe},
		{"no protocol", nil, 22, 22, yes, no, no},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			sg := alone("aws_security_group", object{"egress": list{object{
				"protocol": test.protocol, "from_port": test.from, "to_port": test.to, "cidr_blocks": list{"0.0.0.0/0"},
			}}})
			for r := range Egress(sg) {
				want(t, "Admits", r.Admits(22), test.ssh)
				want(t, "AdmitsAny", r.AdmitsAny(22), test.ssh)
				want(t, "AllPorts", r.AllPorts(), test.ports)
				want(t, "AllTraffic", r.AllTraffic(), test.all)
			}
		})
	}
}

func TestOverAndCarries(t *testing.T) {
	for r := range Ingress(alone("aws_vpc_security_group_ingress_rule", object{
		"ip_protocol": "udp", "from_port": 3389, "to_port": 3389, "cidr_ipv6": "::/0", "description": "desk",
	})) {
		want(t, "TCP", r.Over("tcp").Admits(3389), no)
		want(t, "UDP", r.Over("udp").Admits(3389), yes)
		want(t, "any", r.AdmitsAny(22, 3389), yes)
		want(t, "none", r.AdmitsAny(), no)
		want(t, "carries UDP", r.Carries("udp"), yes)
		want(t, "carries TCP", r.Carries("tcp"), no)
		if r.Description.String() != "desk" || r.Direction != In || r.Source.Origin.Name != "cidr_ipv6" {
			t.Errorf("rule is %v, %v, %v", r.Description, r.Direction, r.Source.Origin.Name)
		}
	}
	for r := range Ingress(alone("aws_security_group_rule", object{
		"type": "ingress", "protocol": "58", "from_port": -1, "to_port": -1, "ipv6_cidr_blocks": list{"::/0"},
	})) {
		want(t, "carries ICMPv6", r.Carries("icmpv6"), yes)
	}
}

func TestShapes(t *testing.T) {
	ssh := func(more object) object {
		o := object{"protocol": "tcp", "ip_protocol": "tcp", "from_port": 22, "to_port": 22}
		for name, v := range more {
			o[name] = v
		}
		return o
	}
	world := list{"0.0.0.0/0"}
	tests := []struct {
		name    string
		typ     string
		body    object
		folded  object
		in, out model.Truth
	}{
		{"inline", "aws_security_group", object{"ingress": list{ssh(object{"cidr_blocks": world})}}, nil, yes, no},
		{"inline out", "aws_default_security_group", object{"egress": list{ssh(object{"ipv6_cidr_blocks": list{"::/0"}})}}, nil, no, yes},
		{"second CIDR", "aws_security_group", object{"ingress": list{ssh(object{"cidr_blocks": list{"10.0.0.0/8", "0.0.0.0/0"}})}}, nil, yes, no},
		{"nothing", "aws_security_group", object{}, nil, no, no},
		{"unknown blocks", "aws_security_group", object{"ingress": unknown()}, nil, maybe, no},
		{"unknown ranges", "aws_security_group", object{"ingress": list{ssh(object{"cidr_blocks": unknown()})}}, nil, maybe, no},
		{"doubtful block", "aws_security_group", object{"ingress": list{oneOf(ssh(object{"cidr_blocks": world}), nil)}}, nil, maybe, no},
		{"either block", "aws_security_group", object{"ingress": list{oneOf(
			object{"protocol": "tcp", "from_port": 443, "to_port": 443, "cidr_blocks": world}, nil)}}, nil, no, no},
		{"group", "aws_security_group", object{"ingress": list{ssh(object{"security_groups": list{unknown()}})}}, nil, no, no},
		{"self", "aws_security_group", object{"ingress": list{ssh(object{"self": true})}}, nil, no, no},
		{"perhaps self", "aws_security_group", object{"ingress": list{ssh(object{"self": unknown()})}}, nil, no, no},
		{"rule", "aws_security_group_rule", ssh(object{"type": "ingress", "cidr_blocks": world}), nil, yes, no},
		{"rule out", "aws_security_group_rule", ssh(object{"type": "egress", "cidr_blocks": world}), nil, no, yes},
		{"rule either way", "aws_security_group_rule", ssh(object{"type": unknown(), "cidr_blocks": world}), nil, maybe, maybe},
		{"rule for a group", "aws_security_group_rule", ssh(object{"type": "ingress", "source_security_group_id": "sg-1"}), nil, no, no},
		{"modern in", "aws_vpc_security_group_ingress_rule", ssh(object{"cidr_ipv4": "0.0.0.0/0"}), nil, yes, no},
		{"modern out", "aws_vpc_security_group_egress_rule", ssh(object{"cidr_ipv4": "0.0.0.0/0"}), nil, no, yes},
		{"modern group", "aws_vpc_security_group_ingress_rule", ssh(object{"referenced_security_group_id": unknown()}), nil, no, no},
		{"folded rule", "aws_security_group", object{}, object{"rule": list{ssh(object{"type": "ingress", "cidr_blocks": world})}}, yes, no},
		{"folded modern", "aws_security_group", object{}, object{
			"ingress_rule": list{ssh(object{"cidr_ipv4": "10.0.0.0/8"})}, "egress_rule": list{ssh(object{"cidr_ipv6": "::/0"})},
		}, no, yes},
		{"other type", "aws_instance", object{"ingress": list{ssh(object{"cidr_blocks": world})}}, nil, no, no},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := alone(test.typ, test.body)
			if test.folded != nil {
				r.Folded = value(test.folded, model.Origin{}).Data.(model.Members)
			}
			want(t, "ingress", sshFromAnywhere(Ingress(r)), test.in)
			want(t, "egress", sshFromAnywhere(Egress(r)), test.out)
		})
	}
}

func TestOneRulePerSource(t *testing.T) {
	sg := alone("aws_security_group", object{"ingress": list{object{
		"protocol": "tcp", "from_port": 22, "to_port": 22, "self": true, "security_groups": list{"sg-1", "sg-2"},
		"cidr_blocks": list{"10.0.0.0/8", "0.0.0.0/0"}, "ipv6_cidr_blocks": list{"::/0"}, "prefix_list_ids": list{"pl-1"},
	}}})
	var sources []string
	for r := range Ingress(sg) {
		sources = append(sources, r.Source.Origin.Name+"="+r.Source.String())
	}
	wanted := []string{"ingress.cidr_blocks=10.0.0.0/8", "ingress.cidr_blocks=0.0.0.0/0", "ingress.ipv6_cidr_blocks=::/0",
		"ingress.prefix_list_ids=pl-1", "ingress.security_groups=sg-1", "ingress.security_groups=sg-2", "ingress.self=true"}
	if len(sources) != len(wanted) {
		t.Fatalf("sources are %q", sources)
	}
	for i := range wanted {
		if sources[i] != wanted[i] {
			t.Errorf("source %d is %q, want %q", i, sources[i], wanted[i])
		}
	}
}

func TestDoubtfulRuleSaysWhy(t *testing.T) {
	sg := alone("aws_security_group", object{"ingress": list{oneOf(object{
		"protocol": "-1", "cidr_blocks": list{"0.0.0.0/0"},
	}, nil)}})
	for r := range Ingress(sg) {
		if r.Source.Why == nil || r.Source.Why.Reason != "var.x has no value here" {
			t.Errorf("the source is %+v", r.Source)
		}
		want(t, "AllTraffic", r.AllTraffic(), maybe)
	}
}

func TestRuleOfUnknownDirectionSaysWhy(t *testing.T) {
	for _, r := range []*model.Resource{
		alone("aws_security_group_rule", object{"type": unknown(), "protocol": "-1", "cidr_blocks": list{"0.0.0.0/0"}}),
		alone("aws_network_acl_rule", object{"rule_number": 1, "rule_action": "allow", "egress": unknown(), "protocol": "-1", "cidr_block": "0.0.0.0/0"}),
	} {
		for rule := range Ingress(r) {
			if rule.Source.Why == nil || rule.Source.Why.Reason != "var.x has no value here" {
				t.Errorf("the source of %s is %+v", r.Type, rule.Source)
			}
		}
	}
}

func TestOwnedRuleIsJudgedWithItsOwner(t *testing.T) {
	rule := alone("aws_security_group_rule", object{"type": "ingress", "protocol": "-1", "cidr_blocks": list{"0.0.0.0/0"}})
	rule.Owner = alone("aws_security_group", object{})
	for r := range Ingress(rule) {
		t.Errorf("found %v", r.Source)
	}
	vpcs := alone("aws_default_security_group", object{"ingress": list{object{"protocol": "-1", "cidr_blocks": list{"0.0.0.0/0"}}}})
	vpcs.Owner = alone("aws_vpc", object{})
	want(t, "a group of a VPC", sshFromAnywhere(Ingress(vpcs)), yes)
}

func TestUnionOfRanges(t *testing.T) {
	tests := []struct {
		name  string
		cidrs list
		want  []model.Truth
	}{
		{"halves", list{"0.0.0.0/1", "128.0.0.0/1"}, []model.Truth{yes, yes}},
		{"halves and more", list{"10.0.0.0/8", "0.0.0.0/1", "128.0.0.0/1"}, []model.Truth{no, yes, yes}},
		{"one half", list{"0.0.0.0/1", "10.0.0.0/8"}, []model.Truth{no, no}},
		{"half twice", list{"0.0.0.0/1", "0.0.0.0/1", "128.0.0.0/1"}, []model.Truth{yes, no, yes}},
		{"halves of IPv6", list{"::/1", "8000::/1"}, []model.Truth{yes, no}},
		{"public halves of IPv6", list{"2000::/4", "3000::/4"}, []model.Truth{yes, yes}},
		{"all but private", list{"0.0.0.0/5", "8.0.0.0/7", "11.0.0.0/8", "12.0.0.0/6", "16.0.0.0/4", "32.0.0.0/3", "64.0.0.0/2",
			"128.0.0.0/3", "160.0.0.0/5", "168.0.0.0/6", "172.0.0.0/12", "172.32.0.0/11", "172.64.0.0/10", "172.128.0.0/9",
			"173.0.0.0/8", "174.0.0.0/7", "176.0.0.0/4", "192.0.0.0/9", "192.128.0.0/11", "192.160.0.0/13", "192.169.0.0/16",
			"192.170.0.0/15", "192.172.0.0/14", "192.176.0.0/12", "192.192.0.0/10", "193.0.0.0/8", "194.0.0.0/7",
			"196.0.0.0/6", "200.0.0.0/5", "208.0.0.0/4", "10.0.0.0/8"}, append(slices.Repeat([]model.Truth{yes}, 30), no)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			sg := alone("aws_security_group", object{"ingress": list{object{
				"protocol": "tcp", "from_port": unknown(), "to_port": 22, "cidr_blocks": test.cidrs,
			}}})
			i := 0
			for r := range Ingress(sg) {
				want(t, r.Source.String(), r.FromAnywhere(), test.want[i])
				i++
			}
		})
	}
}

func TestUnionWithinAndAcrossBlocks(t *testing.T) {
	half := func(cidr string, port int) object {
		return object{"ip_protocol": "tcp", "from_port": port, "to_port": port, "cidr_ipv4": cidr}
	}
	for _, test := range []struct {
		other int
		want  model.Truth
	}{{22, yes}, {443, no}} {
		sg := alone("aws_security_group", object{})
		sg.Folded = model.MembersFrom(map[string]model.Value{"ingress_rule": value(list{half("0.0.0.0/1", 22), half("128.0.0.0/1", test.other)}, model.Origin{})})
		want(t, "halves in two rules", sshFromAnywhere(Ingress(sg)), test.want)
	}
}

func TestPrefixLists(t *testing.T) {
	open := object{"entry": list{object{"cidr": "10.0.0.0/8"}, object{"cidr": "0.0.0.0/0"}}}
	closed := object{"entry": list{object{"cidr": "10.0.0.0/8"}}}
	halves := object{"entry": list{object{"cidr": "0.0.0.0/1"}, object{"cidr": "128.0.0.0/1"}}}
	tests := []struct {
		name string
		list object
		mode model.Mode
		id   any
		ref  bool
		want model.Truth
	}{
		{"open", open, model.Managed, keyed("aws_ec2_managed_prefix_list.l.id"), true, yes},
		{"closed", closed, model.Managed, keyed("aws_ec2_managed_prefix_list.l.id"), true, no},
		{"halves", halves, model.Managed, unknown(), true, yes},
		{"no entries", object{}, model.Managed, unknown(), true, no},
		{"unknown entry", object{"entry": list{object{"cidr": unknown()}}}, model.Managed, unknown(), true, maybe},
		{"not referenced", open, model.Managed, unknown(), false, maybe},
		{"by id", open, model.Managed, "pl-123", false, maybe},
		{"AWS's own", object{"name": "com.amazonaws.global.cloudfront.origin-facing"}, model.Data, unknown(), true, no},
		{"a data source", object{"name": unknown()}, model.Data, unknown(), true, maybe},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			scope := &model.Scope{}
			l := resource(scope, "aws_ec2_managed_prefix_list", "l", test.list)
			l.Mode = test.mode
			inline := resource(scope, "aws_security_group", "inline", object{"ingress": list{object{
				"protocol": "-1", "prefix_list_ids": list{test.id},
			}}})
			modern := resource(scope, "aws_vpc_security_group_ingress_rule", "modern", object{
				"ip_protocol": "-1", "prefix_list_id": test.id,
			})
			if test.ref {
				inline.Refs = []model.Ref{{Path: "ingress.prefix_list_ids", To: l.Address, Attr: "id", Exact: true}}
				modern.Refs = []model.Ref{{Path: "prefix_list_id", To: l.Address, Attr: "id", Exact: true}}
			}
			want(t, "inline", sshFromAnywhere(Ingress(inline)), test.want)
			want(t, "modern", sshFromAnywhere(Ingress(modern)), test.want)
		})
	}
}

func TestNetworkACL(t *testing.T) {
	line := func(number any, action, protocol any, from, to any, cidr any) object {
		return object{"rule_no": number, "action": action, "protocol": protocol, "from_port": from, "to_port": to, "cidr_block": cidr, "ipv6_cidr_block": ""}
	}
	world := "0.0.0.0/0"
	tests := []struct {
		name  string
		lines list
		want  model.Truth
	}{
		{"allow", list{line(100, "allow", "-1", 0, 0, world)}, yes},
		{"capitals", list{line(100, "ALLOW", "tcp", 22, 22, world)}, yes},
		{"deny", list{line(100, "deny", "-1", 0, 0, world)}, no},
		{"deny first", list{line(100, "allow", "tcp", 22, 22, world), line(90, "deny", "-1", 0, 0, world)}, no},
		{"deny of the port first", list{line(100, "allow", "-1", 0, 0, world), line(90, "deny", "tcp", 22, 22, world)}, no},
		{"deny of another port first", list{line(100, "allow", "-1", 0, 0, world), line(90, "deny", "tcp", 23, 23, world)}, yes},
		{"deny of another protocol", list{line(100, "allow", "tcp", 22, 22, world), line(90, "deny", "udp", 0, 65535, world)}, yes},
		{"deny later", list{line(100, "allow", "tcp", 22, 22, world), line(110, "deny", "-1", 0, 0, world)}, yes},
		{"deny of a part", list{line(100, "allow", "tcp", 22, 22, world), line(90, "deny", "-1", 0, 0, "10.0.0.0/8")}, yes},
		{"number as text", list{line("100", "allow", "tcp", 22, 22, world), line("20", "deny", "6", 0, 65535, world)}, no},
		{"unknown number", list{line(100, "allow", "tcp", 22, 22, world), line(unknown(), "deny", "-1", 0, 0, world)}, maybe},
		{"unknown action", list{line(100, unknown(), "tcp", 22, 22, world)}, maybe},
		{"unknown deny", list{line(100, "allow", "tcp", 22, 22, world), line(90, unknown(), "-1", 0, 0, world)}, maybe},
		{"unknown lines", list{unknown()}, maybe},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			acl := alone("aws_network_acl", object{"ingress": test.lines})
			want(t, "ingress", sshFromAnywhere(Ingress(acl)), test.want)
			want(t, "egress", sshFromAnywhere(Egress(acl)), no)
		})
	}
}

func TestNetworkACLRules(t *testing.T) {
	line := func(number int, action string, egress any) object {
		return object{"rule_number": number, "rule_action": action, "egress": egress, "protocol": "tcp", "from_port": 22, "to_port": 22, "cidr_block": "0.0.0.0/0"}
	}
	rule := alone("aws_network_acl_rule", line(100, "allow", nil))
	want(t, "in without egress", sshFromAnywhere(Ingress(rule)), yes)
	want(t, "out without egress", sshFromAnywhere(Egress(rule)), no)
	want(t, "out", sshFromAnywhere(Egress(alone("aws_network_acl_rule", line(100, "allow", true)))), yes)
	want(t, "either", sshFromAnywhere(Ingress(alone("aws_network_acl_rule", line(100, "allow", unknown())))), maybe)
	acl := alone("aws_network_acl", object{})
	acl.Folded = model.MembersFrom(map[string]model.Value{"rule": value(list{line(100, "allow", false), line(90, "deny", false)}, model.Origin{})})
	want(t, "folded and denied", sshFromAnywhere(Ingress(acl)), no)
}

func TestICMPDenialDoesNotShadowOtherTypes(t *testing.T) {
	acl := alone("aws_network_acl", object{"ingress": list{
		object{"rule_no": 90, "action": "deny", "protocol": "icmp", "icmp_type": 8, "from_port": 0, "to_port": 0, "cidr_block": "0.0.0.0/0"},
		object{"rule_no": 100, "action": "allow", "protocol": "icmp", "icmp_type": -1, "from_port": 0, "to_port": 0, "cidr_block": "0.0.0.0/0"},
	}})
	n := 0
	for r := range Ingress(acl) {
		n++
		want(t, "ICMP", r.Carries("icmp"), yes)
	}
	if n != 1 {
		t.Errorf("%d rules", n)
	}
}

func TestRulesAreComputedOnce(t *testing.T) {
	sg := alone("aws_security_group", object{"ingress": list{object{"protocol": "-1", "cidr_blocks": list{"0.0.0.0/0"}}}})
	want(t, "first", sshFromAnywhere(Ingress(sg)), yes)
	sg.Body = model.Missing(model.Origin{})
	want(t, "kept", sshFromAnywhere(Ingress(sg)), yes)
	sg.Scope = nil
	want(t, "without a scope", sshFromAnywhere(Ingress(sg)), no)
}

func FuzzRange(f *testing.F) {
	for _, s := range []string{"0.0.0.0/0", "::/0", "2000::/3", "10.0.0.0/8", "1.2.3.4", "/", "/0", "::ffff:1.2.3.4/100", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if anywhere(s) == yes && public(s) != yes {
			t.Errorf("%q is anywhere, but not public", s)
		}
		if p, ok := parseRange(s); ok && !covers([]netip.Prefix{p}) && anywhere(s) == yes {
			t.Errorf("%q is anywhere, but does not cover", s)
		}
		if couldBePublic(s) == yes || couldBeAnywhere(s) == yes {
			t.Errorf("the start %q decides for the rest", s)
		}
	})
}

func BenchmarkIngress(b *testing.B) {
	blocks := list{}
	for port := range 50 {
		blocks = append(blocks, object{"protocol": "tcp", "from_port": port, "to_port": port, "cidr_blocks": list{"10.0.0.0/8", "0.0.0.0/0"}})
	}
	sg := alone("aws_security_group", object{"ingress": blocks})
	sg.Scope = nil
	b.ReportAllocs()
	for b.Loop() {
		sshFromAnywhere(Ingress(sg))
	}
}
