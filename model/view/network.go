package view

import (
	"iter"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// Direction tells traffic into what a firewall guards from traffic out of it.
type Direction string

const (
	In  Direction = "ingress"
	Out Direction = "egress"
)

// Rule is one opening of a firewall: one source that may use some ports. A
// block with three CIDRs is three rules, each with the place of its CIDR.
// Questions take everything into account that narrows the opening, such as the
// lower-numbered denials of a network ACL.
type Rule struct {
	// Source opens the rule: a CIDR, a prefix list, a security group, or the flag
	// "self". For egress it is the destination.
	Source      model.Value
	Protocol    model.Value
	From, To    model.Value // the ports, or the ICMP type and code
	Description model.Value
	Direction   Direction

	kind   kind
	source model.Value // Source without the doubt about the block it stands in
	sure   model.Truth // that the block exists
	why    string
	// only is the one protocol asked about: see Over.
	only string
	// union says that this range and others with the same ports make up the
	// whole address space, and that this one is needed for it.
	union model.Truth
	// lists are the prefix lists of the scope that Source may stand for.
	lists []*model.Resource
	// denials come before the rule in a network ACL and hold its range.
	denials []denial
}

// kind is what a source is.
type kind uint8

const (
	anything kind = iota // a block of which nothing is known
	addresses
	prefixList
	group // a security group, also the rule's own
)

// Ingress yields the rules that let traffic in. The resource is a security group,
// with its inline blocks and the rule resources folded onto it; a rule resource
// without an owner; or a network ACL or a rule of one. A rule resource that
// has an owner yields nothing: it is judged there.
func Ingress(r *model.Resource) iter.Seq[*Rule] { return each(rules(r, In)) }

// Egress yields the rules that let traffic out.
func Egress(r *model.Resource) iter.Seq[*Rule] { return each(rules(r, Out)) }

// Subject is what a rule opens to in a message: a range, or else what it names.
func (r *Rule) Subject() string {
	switch itself, _ := r.source.Data.(bool); {
	case itself:
		return "the group itself"
	case r.source.State == model.Unknown && r.kind == group:
		return "a security group"
	case r.source.State == model.Unknown && r.kind == prefixList:
		return "a prefix list"
	}
	return r.Source.String()
}

// Exists asks whether the rule is there: a block that is made for each element of a list
// that is not known may not be.
func (r Rule) Exists() model.Truth { return r.sure }

// Assumed is the rule as if it were sure to be there, for what is left to another check
// that judges the same rule.
func (r *Rule) Assumed() *Rule {
	there := *r
	there.sure = model.Yes
	return &there
}

// Over is the rule as far as it concerns one protocol, "tcp" or "udp".
func (r *Rule) Over(protocol string) *Rule {
	over := *r
	over.only = protocol
	return &over
}

// Admits asks whether the port is open over TCP or UDP. ICMP types are no
// ports, and other protocols have none.
func (r *Rule) Admits(port int) model.Truth {
	return r.open(func(o *Rule) model.Truth { return o.within(port, port) })
}

// AdmitsAny asks whether at least one of the ports is open.
func (r *Rule) AdmitsAny(ports ...int) model.Truth {
	open := model.No
	for _, port := range ports {
		open = max(open, r.Admits(port))
	}
	return open
}

// Span is the range of ports of a rule for one protocol; known is false where
// an end or the protocol is not known, or the rule is for all protocols.
func (r *Rule) Span() (low, high int, known bool) {
	protocol, isText := r.Protocol.Data.(string)
	from, hasFrom := r.From.Data.(float64)
	to, hasTo := r.To.Data.(float64)
	if !isText || !hasFrom || !hasTo || to < from || protocolName(protocol) == "-1" {
		return 0, 0, false
	}
	return int(from), int(to), true
}

// AllPorts asks whether all ports of TCP or UDP are open. Port 0 cannot be
// listened on, so a range from 1 counts.
func (r *Rule) AllPorts() model.Truth {
	return r.open(func(o *Rule) model.Truth { return o.within(1, 65535) })
}

// AllTraffic asks whether all ports of all protocols are open.
func (r *Rule) AllTraffic() model.Truth {
	return min(r.sure, r.over("", func(*Rule) model.Truth { return model.No }))
}

// Carries asks whether traffic of a protocol is let through, on whichever
// port: "tcp", "udp", "icmp" or "icmpv6".
func (r *Rule) Carries(protocol string) model.Truth {
	return min(r.sure, r.over(protocol, func(*Rule) model.Truth { return model.Yes }))
}

// open asks about the ports of TCP and UDP, the one that is more open.
func (r *Rule) open(ports func(*Rule) model.Truth) model.Truth {
	answer := model.No
	for _, protocol := range [...]string{"tcp", "udp"} {
		if r.only != "" && r.only != protocol {
			continue
		}
		denied := model.No
		for d := range each(r.denials) {
			denied = max(denied, min(d.applies, d.rule.over(protocol, ports)))
		}
		answer = max(answer, min(r.over(protocol, ports), model.Not(denied)))
	}
	return min(r.sure, answer)
}

// over asks about a protocol: Yes where the rule is for all protocols, the
// answer about its ports where it is for this one. "" is no protocol.
func (r *Rule) over(protocol string, ports func(*Rule) model.Truth) model.Truth {
	known := func(s string) model.Truth {
		switch protocolName(s) {
		case "-1":
			return model.Yes
		case protocol:
			return ports(r)
		}
		return model.No
	}
	if r.Protocol.State == model.Absent && r.Source.State == model.Known {
		return ports(r) // refused by the provider, but nothing that is written keeps a protocol out
	}
	begun := func(string) model.Truth {
		if r.From.AtLeast(1) == model.Yes {
			return min(model.Maybe, ports(r)) // all protocols go with port 0 or none
		}
		return model.Maybe
	}
	return judge(r.Protocol, known, begun)
}

// within asks whether the rule's ports hold the whole range. EC2 refuses TCP and
// UDP rules without ports; where it does not, none, or -1, stands for all.
func (r *Rule) within(low, high int) model.Truth {
	if onePort(r.From, r.To) {
		return min(model.Is(low == high), r.From.Is(strconv.Itoa(low)))
	}
	from, to := r.From.Or(0.0), r.To.Or(65535.0)
	if first, last, ok := backwards(from, to); ok {
		if low == first && high == first {
			return model.Yes // whatever is meant by the range
		}
		return min(model.Maybe, model.Is(last <= low && high <= first))
	}
	reaches := to.AtLeast(float64(high))
	if reaches != model.Yes {
		reaches = max(reaches, min(to.AtLeast(-1), to.AtMost(-1)))
	}
	return min(from.AtMost(float64(low)), reaches)
}

// onePort tells that a range begins and ends at the same port, whichever it will be.
func onePort(from, to model.Value) bool {
	return from.State == model.Unknown && to.State == model.Unknown && from.Why.Key != "" && from.Why.Key == to.Why.Key
}

// backwards tells a range that ends before it begins, which EC2 refuses.
func backwards(from, to model.Value) (first, last int, ok bool) {
	begin, hasBegin := from.Data.(float64)
	end, hasEnd := to.Data.(float64)
	return int(begin), int(end), hasBegin && hasEnd && 0 <= end && end < begin
}

// protocolName is the one spelling of a protocol. EC2 takes names and IANA's
// numbers; -1 is all protocols, and so is Terraform's "all".
//
// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html
func protocolName(s string) string {
	switch s = strings.ToLower(strings.TrimSpace(s)); s {
	case "all":
		return "-1"
	case "6":
		return "tcp"
	case "17":
		return "udp"
	case "1":
		return "icmp"
	case "58":
		return "icmpv6"
	}
	return s
}

// FromAnywhere asks whether the source is all of the internet: 0.0.0.0/0 or
// ::/0 in any spelling, or a part that makes up all public addresses together
// with other sources of the same ports. Groups are never anywhere.
func (r *Rule) FromAnywhere() model.Truth {
	return r.ask(reach{known: anywhere, begun: couldBeAnywhere, all: true})
}

// FromPublic asks whether the source holds any address of the internet, so
// one that is not private, local, or reserved.
func (r *Rule) FromPublic() model.Truth {
	return r.ask(reach{known: public, begun: couldBePublic})
}

// FromRange asks about the range of addresses that is the source: a group or a prefix
// list is none.
func (r *Rule) FromRange(is func(cidr string) bool) model.Truth {
	switch r.kind {
	case group, prefixList:
		return model.No
	}
	return r.Source.Satisfies(is)
}

// reach is a question about addresses: about a range, about one of which only
// the start is known, and whether it takes all addresses to be Yes.
type reach struct {
	known, begun func(string) model.Truth
	all          bool
}

func (r *Rule) ask(q reach) model.Truth {
	answer := model.Maybe
	switch r.kind {
	case group:
		answer = model.No
	case addresses:
		answer = judge(r.source, q.known, q.begun)
		if q.all {
			if bounded(r.source) {
				answer = model.No
			}
			answer = max(answer, r.union)
		}
	case prefixList:
		answer = r.listed(q)
	}
	return min(r.sure, answer)
}
