package view

import (
	"iter"
	"slices"
	"strconv"

	"github.com/lintel-iac/lintel/model"
)

// denial is a rule of a network ACL that comes before another and refuses
// traffic from all of its range.
type denial struct {
	rule    Rule
	applies model.Truth
}

// Entry is one line of a network ACL: its Number says when it is looked at, Allow
// whether it lets through or refuses.
type Entry struct {
	Rule
	Number model.Value
	Allow  model.Truth
}

// Entries yields the lines of a network ACL, or the line that a rule without an ACL
// in the scope is. A rule that has one yields nothing: it is among the ACL's.
func Entries(r *model.Resource, d Direction) iter.Seq[Entry] {
	if r.Owner != nil {
		return func(func(Entry) bool) {}
	}
	return slices.Values(aclEntries(r, d))
}

// entries are the allowing rules of a network ACL, each with the denials that
// come before it. Rules are taken by rising number and the first that matches
// decides, so an allowance behind a denial of all it covers is left out.
//
// https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
func entries(acl *model.Resource, d Direction) []Rule {
	all := aclEntries(acl, d)
	var allowed []Rule
	for _, e := range all {
		if e.Allow == model.No {
			continue
		}
		r, refused := e.Rule, model.No
		r.sure = min(r.sure, e.Allow)
		for _, before := range all {
			applies := min(before.sure, model.Not(before.Allow), before.precedes(e), before.holds(e))
			if applies == model.No {
				continue
			}
			r.denials = append(r.denials, denial{before.Rule, applies})
			refused = max(refused, min(applies, before.shadows(e)))
		}
		if refused == model.Yes {
			continue
		}
		r.sure = min(r.sure, model.Not(refused))
		allowed = append(allowed, r)
	}
	return allowed
}

func aclEntries(acl *model.Resource, d Direction) []Entry {
	if acl.Type == "aws_network_acl_rule" {
		return ruleEntries(nil, reading{Value: acl.Body, sure: model.Yes}, d)
	}
	var all []Entry
	for v := range acl.Each(string(d)) {
		for b := range readings(v) {
			all = aclEntry(all, b, d)
		}
	}
	for v := range acl.Each("rule") {
		for b := range readings(v) {
			all = ruleEntries(all, b, d)
		}
	}
	return all
}

// ruleEntries adds a rule that is a resource of its own, if it has the direction:
// without "egress" it is for traffic that comes in.
func ruleEntries(all []Entry, b reading, d Direction) []Entry {
	out := b.At("egress")
	fits := out.IsTrue()
	if d == In {
		fits = model.Not(fits)
	}
	if b = b.only(fits, out); b.sure == model.No {
		return all
	}
	return aclEntry(all, b, d)
}

func aclEntry(all []Entry, b reading, d Direction) []Entry {
	e := Entry{Rule: ports(b, d)}
	e.Allow = either(b.At("action"), b.At("rule_action")).IsFold("allow")
	e.Number = either(b.At("rule_no"), b.At("rule_number"))
	if b.State == model.Unknown {
		return append(all, e)
	}
	for _, r := range e.perSource {
		e.Rule = *r
		all = append(all, e)
	}
	return all
}

func (e Entry) precedes(later Entry) model.Truth {
	a, ok := number(e.Number)
	b, also := number(later.Number)
	if !ok || !also {
		return model.Maybe
	}
	return model.Is(a < b)
}

// holds asks whether the entry's range holds all of the other's.
func (e Entry) holds(other Entry) model.Truth {
	outer, ok := rangeOf(e.source)
	inner, also := rangeOf(other.source)
	if !ok || !also {
		return model.Maybe
	}
	return model.Is(contains(outer, inner))
}

// shadows asks whether the entry matches every protocol and port of the other.
func (e Entry) shadows(other Entry) model.Truth {
	if e.Protocol.State != model.Known || other.Protocol.State != model.Known {
		return model.Maybe
	}
	mine, theirs := protocolName(e.Protocol.Raw()), protocolName(other.Protocol.Raw())
	if mine == "-1" || mine != theirs {
		return model.Is(mine == "-1")
	}
	switch mine {
	case "icmp", "icmpv6":
		return model.No // types and codes are not compared
	case "tcp", "udp":
	default:
		return model.Yes // EC2 gives other protocols no ports
	}
	low, ok := number(other.From)
	high, also := number(other.To)
	if !ok || !also {
		return model.Maybe
	}
	return e.within(int(low), int(high))
}

// Overlaps asks whether one packet could match both entries on a port of TCP or UDP.
func (e Entry) Overlaps(other Entry) model.Truth {
	return min(e.sure, other.sure, e.sharesPort(other), e.sharesAddress(other))
}

func (e Entry) sharesPort(other Entry) model.Truth {
	if e.Protocol.State != model.Known || other.Protocol.State != model.Known {
		return model.Maybe
	}
	protocol := protocolName(e.Protocol.String())
	if protocol != "tcp" && protocol != "udp" || protocol != protocolName(other.Protocol.String()) {
		return model.No
	}
	low, ok := number(e.From.Or(0.0))
	high, also := number(e.To.Or(65535.0))
	if !ok || !also {
		return model.Maybe
	}
	return min(other.From.Or(0.0).AtMost(high), other.To.Or(65535.0).AtLeast(low))
}

func (e Entry) sharesAddress(other Entry) model.Truth {
	if model.Same(e.source, other.source) {
		return model.Yes
	}
	return max(e.holds(other), other.holds(e))
}

// number is a number that is known; one spelled as a string counts.
func number(v model.Value) (float64, bool) {
	if v.State != model.Known {
		return 0, false
	}
	switch data := v.Data.(type) {
	case float64:
		return data, true
	case string:
		f, err := strconv.ParseFloat(data, 64)
		return f, err == nil
	}
	return 0, false
}
