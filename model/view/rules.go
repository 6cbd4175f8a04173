package view

import (
	"fmt"
	"net/netip"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// sources are the attributes of all kinds of rules that open them, in the
// order in which rules are yielded.
var sources = [...]struct {
	name string
	kind kind
}{
	{"cidr_blocks", addresses}, {"cidr_block", addresses}, {"cidr_ipv4", addresses},
	{"ipv6_cidr_blocks", addresses}, {"ipv6_cidr_block", addresses}, {"cidr_ipv6", addresses},
	{"prefix_list_ids", prefixList}, {"prefix_list_id", prefixList},
	{"security_groups", group}, {"source_security_group_id", group}, {"referenced_security_group_id", group},
	{"self", group},
}

// rulesKey is the key under which a scope keeps the rules of a resource.
type rulesKey struct {
	resource   *model.Resource
	direction  Direction
	sourceless bool
}

func rules(r *model.Resource, d Direction) []Rule { return collected(rulesKey{r, d, false}) }

func collected(key rulesKey) []Rule {
	collect := func() []Rule {
		c := collector{resource: key.resource, direction: key.direction, sourceless: key.sourceless}
		c.collect()
		unite(c.rules)
		return c.rules
	}
	if key.resource.Scope == nil {
		return collect()
	}
	return model.Once(key.resource.Scope, key, collect)
}

// collector gathers the rules of one resource in one direction.
type collector struct {
	resource  *model.Resource
	direction Direction
	// sourceless asks for the rules without a source instead of the others.
	sourceless bool
	rules      []Rule
}

func (c *collector) collect() {
	r := c.resource
	if r.Owner != nil && strings.HasSuffix(r.Type, "_rule") {
		return
	}
	switch r.Type {
	case "aws_security_group", "aws_default_security_group":
		if !superseded(r, c.direction) {
			c.each(r.Each(string(c.direction)), string(c.direction)+".")
		}
		c.each(r.Each("rule"), "")
		c.each(r.Each(string(c.direction)+"_rule"), "")
	case "aws_security_group_rule":
		c.block(reading{Value: r.Body, sure: model.Yes}, "")
	case "aws_vpc_security_group_" + string(c.direction) + "_rule":
		c.block(reading{Value: r.Body, sure: model.Yes}, "")
	case "aws_network_acl", "aws_default_network_acl", "aws_network_acl_rule":
		c.rules = entries(r, c.direction)
	}
}

// superseded tells that the rules a group starts out with are gone, as another one is written.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
func superseded(r *model.Resource, d Direction) bool {
	return r.Folded.Has(string(d)+"_rule") && r.Body.At(string(d)).Defaulted
}

func (c *collector) each(blocks func(func(model.Value) bool), path string) {
	for b := range blocks {
		for form := range readings(b) {
			c.block(form, path)
		}
	}
}

// block adds a rule for each source of a block. The path is that under which
// references of the block's attributes are known.
func (c *collector) block(b reading, path string) {
	if d := b.At("type"); d.State != model.Absent {
		b = b.only(d.IsFold(string(c.direction)), d)
	}
	if b.sure == model.No {
		return
	}
	shared := ports(b, c.direction)
	if c.sourceless {
		if opensNothing(b.Value) {
			c.rules = append(c.rules, shared)
		}
		return
	}
	if b.State == model.Unknown {
		c.rules = append(c.rules, shared)
		return
	}
	for name, r := range shared.perSource {
		if r.kind == prefixList {
			r.lists = c.prefixLists(r.source, path+name)
		}
		c.rules = append(c.rules, *r)
	}
}

// ports is a rule but for its source.
func ports(b reading, d Direction) Rule {
	return Rule{
		Source: weaken(b.Value, b.sure, b.why), source: b.Value,
		Protocol: either(b.At("protocol"), b.At("ip_protocol")), From: b.At("from_port"), To: b.At("to_port"),
		Description: b.At("description"), Direction: d, sure: b.sure, why: b.why,
	}
}

// perSource yields the rule once for each source in its block, under the name
// of the attribute. Sources that are empty or off are left out. What is yielded is there
// until the next one is.
func (r *Rule) perSource(yield func(string, *Rule) bool) {
	members, _ := r.source.Data.(model.Members)
	one := *r
	for _, s := range sources {
		for v := range members.Named(s.name).Elements() {
			if v.IsEmpty() == model.Yes || v.IsFalse() == model.Yes {
				continue
			}
			one.lists = r.lists
			one.kind, one.source, one.Source = s.kind, v, weaken(v, r.sure, r.why)
			if !yield(s.name, &one) {
				return
			}
		}
	}
}

// prefixLists finds the prefix lists of the scope for which a value may stand,
// by the references that hand it on unchanged.
func (c *collector) prefixLists(v model.Value, path string) []*model.Resource {
	from := v.Origin.Resource
	if from == nil {
		from = c.resource
	}
	if from.Scope == nil || v.State == model.Known {
		return nil
	}
	var lists []*model.Resource
	for ref := range from.RefsAt(path) {
		list := from.Scope.Resource(ref.To)
		if !ref.Exact || list == nil || list.Type != "aws_ec2_managed_prefix_list" && list.Type != "aws_prefix_list" {
			continue
		}
		if IsOf(v, list) {
			return []*model.Resource{list}
		}
		lists = append(lists, list)
	}
	return lists
}

// listed asks about the entries of a prefix list. One that is not in the scope
// may hold anything.
func (r *Rule) listed(q reach) model.Truth {
	var agreed agreement
	for _, list := range r.lists {
		agreed.add(q.ofList(list))
	}
	return agreed.answer()
}

// ofList asks about the addresses in a prefix list. The lists that AWS keeps
// hold the addresses of its own services, so never the whole of the internet.
//
// https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
func (q reach) ofList(list *model.Resource) model.Truth {
	if list.Mode == model.Data {
		if q.all {
			return min(model.Maybe, model.Not(list.At("name").HasPrefix("com.amazonaws.")))
		}
		return model.Maybe
	}
	found := model.No
	var ranges []netip.Prefix
	for cidr := range list.Each("entry.cidr") {
		found = max(found, judge(cidr, q.known, q.begun))
		if p, ok := rangeOf(cidr); ok {
			ranges = append(ranges, p)
		}
	}
	if covers(family(ranges, true)) || covers(family(ranges, false)) {
		return model.Yes
	}
	return found
}

// rangeOf is the range of a source that is certain.
func rangeOf(v model.Value) (netip.Prefix, bool) {
	s, ok := v.Data.(string)
	if !ok || v.State != model.Known {
		return netip.Prefix{}, false
	}
	return parseRange(s)
}

// unite finds the sources that together make up the whole address space, with
// the same ports: 0.0.0.0/1 and 128.0.0.0/1 are no narrower than 0.0.0.0/0.
func unite(rules []Rule) {
	if len(rules) < 2 {
		return
	}
	alike := make(map[string][]int)
	for i := range rules {
		r := &rules[i]
		p, ok := rangeOf(r.source)
		if ok && r.kind == addresses && r.sure == model.Yes && len(r.denials) == 0 {
			key := strings.Join([]string{strconv.Itoa(p.Addr().BitLen()), protocolKey(r.Protocol), key(r.From), key(r.To)}, " ")
			alike[key] = append(alike[key], i)
		}
	}
	for _, members := range alike {
		uniteAlike(rules, members)
	}
}

func uniteAlike(rules []Rule, members []int) {
	if len(members) < 2 {
		return
	}
	ranges := make([]netip.Prefix, len(members))
	for n, i := range members {
		ranges[n], _ = rangeOf(rules[i].source)
	}
	if !covers(ranges) {
		return
	}
	for n, i := range members {
		rules[i].union = model.Is(needed(ranges, n))
	}
}

// key is equal for values that are certainly equal.
func key(v model.Value) string {
	if v.State == model.Unknown && v.Why.Key == "" {
		return fmt.Sprint(v.Origin.Range, v.Origin.Start.Column)
	}
	if v.State == model.Unknown {
		return "=" + v.Why.Key
	}
	return v.Raw()
}

func protocolKey(v model.Value) string {
	if v.State == model.Known {
		return protocolName(key(v))
	}
	return key(v)
}

// needed tells whether a range has public addresses and is not held by another
// one of the list.
func needed(ranges []netip.Prefix, n int) bool {
	if !routed(ranges[n]) {
		return false
	}
	for i, other := range ranges {
		if i != n && contains(other, ranges[n]) && (other != ranges[n] || i < n) {
			return false
		}
	}
	return true
}

func family(ranges []netip.Prefix, v4 bool) []netip.Prefix {
	var of []netip.Prefix
	for _, p := range ranges {
		if p.Addr().Is4() == v4 {
			of = append(of, p)
		}
	}
	return of
}
