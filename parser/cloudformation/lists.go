package cloudformation

import (
	"fmt"
	"net/netip"
	"strconv"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// findInMap looks up a value by two keys. A key that is not known may be any
// that the mapping has.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap-enhancements.html
func (s *stack) findInMap(n *node, at model.Origin) model.Value {
	operands, ok := s.operands("Fn::FindInMap", n, 3, 4)
	if !ok {
		return model.Undecided("the arguments of Fn::FindInMap cannot be read", at)
	}
	name := s.evalHere(operands[0], at)
	first, second := s.evalHere(operands[1], at), s.evalHere(operands[2], at)
	var fallback *node
	if len(operands) == 4 {
		fallback = operands[3].get("DefaultValue")
	}
	var found []model.Value
	reason, missing := "", false
	for _, mapping := range s.matching(s.template.root.get("Mappings"), name, &reason, &missing) {
		for _, row := range s.matching(mapping, first, &reason, &missing) {
			for _, value := range s.matching(row, second, &reason, &missing) {
				if len(found) <= maxAlternatives {
					found = append(found, s.eval(value, at))
				}
			}
		}
	}
	if fallback != nil && (missing || reason != "") {
		found = append(found, s.eval(fallback, at))
	}
	if len(found) == 0 {
		if missing {
			s.diags.Warnf(at.Range, "no mapping has what is looked up here: %s, %s, %s", name, first, second)
		}
		return model.Undecided("no mapping has it", at)
	}
	return oneOf(reason, keyed("FindInMap", name, first, second), at, found)
}

// matching are the members that a key may mean: one, or with the reason for
// which they are several, all that it may be.
func (s *stack) matching(n *node, key model.Value, reason *string, missing *bool) []*node {
	var all []*node
	if text, ok := textOf(key); ok {
		if n.get(text) != nil {
			return []*node{n.get(text)}
		}
		*missing = *missing || n == nil || n.open == ""
		return nil
	}
	if key.State != model.Unknown || n == nil {
		return nil
	}
	*reason = key.Why.Reason
	for _, a := range key.Why.Alternatives {
		all = append(all, s.matching(n, a, reason, missing)...)
	}
	if len(key.Why.Alternatives) == 0 {
		for _, m := range n.members {
			all = append(all, m.value)
		}
	}
	if len(all) > maxAlternatives {
		all = all[:maxAlternatives+1] // too many for oneOf as well
	}
	return all
}

// pick is Fn::Select: one element of a list, from which what AWS::NoValue
// removes is gone.
func (s *stack) pick(n *node, at model.Origin) model.Value {
	operands, ok := s.operands("Fn::Select", n, 2, 2)
	if !ok {
		return model.Undecided("the arguments of Fn::Select cannot be read", at)
	}
	index := s.evalHere(operands[0], at)
	return each(s.evalHere(operands[1], at), at, func(v model.Value) model.Value {
		text, known := textOf(index)
		items, isList := v.Data.([]model.Value)
		switch {
		case index.State == model.Unknown:
			return model.Undecided(index.Why.Reason, at)
		case v.State == model.Unknown:
			return model.Value{State: model.Unknown, Sensitive: v.Sensitive, Origin: at, Why: &model.Cause{
				Reason: v.Why.Reason, Key: keyed("Select", index, v), NotNull: true,
			}}
		}
		i, err := strconv.Atoi(text)
		switch {
		case !known || err != nil || !isList:
			s.diags.Errorf(at.Range, "Fn::Select wants a number and a list")
		case i < 0 || i >= len(items):
			s.diags.Errorf(at.Range, "Fn::Select takes element %d of a list of %d", i, len(items))
		default:
			return selected(items, i, at)
		}
		return model.Undecided("Fn::Select selects nothing", at)
	})
}

// selected is the element at an index, which one before it may move.
func selected(items []model.Value, i int, at model.Origin) model.Value {
	for _, item := range items[:i+1] {
		if item.State == model.Unknown && hasAbsent(item.Why.Alternatives) {
			return model.Undecided(item.Why.Reason, at)
		}
	}
	return placed(items[i], at)
}

func (s *stack) split(n *node, at model.Origin) model.Value {
	operands, ok := s.operands("Fn::Split", n, 2, 2)
	if !ok {
		return model.Undecided("the arguments of Fn::Split cannot be read", at)
	}
	by := s.evalHere(operands[0], at)
	return each(s.evalHere(operands[1], at), at, func(v model.Value) model.Value {
		text, ok := textOf(v)
		delimiter, known := textOf(by)
		if !ok || !known || delimiter == "" {
			reason := "what is split is not known"
			if v.State == model.Unknown {
				reason = v.Why.Reason
			}
			return model.Value{State: model.Unknown, Sensitive: v.Sensitive, Origin: at, Why: &model.Cause{
				Reason: reason, Key: keyed("Split", by, v), NotNull: true, NotEmpty: true,
			}}
		}
		words := strings.Split(text, delimiter)
		if !s.spend(len(words), at.Range) {
			return model.Undecided("the template multiplies into too much", at)
		}
		items := make([]model.Value, len(words))
		for i, word := range words {
			items[i] = model.Text(word, at)
			items[i].Sensitive = v.Sensitive
		}
		return model.List(items, at)
	})
}

func (s *stack) length(n *node, at model.Origin) model.Value {
	return each(s.eval(n, at), at, func(v model.Value) model.Value {
		if items, ok := v.Data.([]model.Value); ok {
			for _, item := range items {
				if item.State == model.Unknown && hasAbsent(item.Why.Alternatives) {
					return model.Undecided(item.Why.Reason, at)
				}
			}
			return model.Number(float64(len(items)), at)
		}
		if v.State == model.Unknown {
			return unknown(v.Why.Reason, keyed("Length", v), at)
		}
		s.diags.Errorf(at.Range, "Fn::Length wants a list, and this is none")
		return model.Undecided("Fn::Length has no list", at)
	})
}

// cidr cuts a block of addresses into as many as are asked for, each with so
// many bits of its own.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html
func (s *stack) cidr(n *node, at model.Origin) model.Value {
	operands, ok := s.operands("Fn::Cidr", n, 2, 3)
	if !ok {
		return model.Undecided("the arguments of Fn::Cidr cannot be read", at)
	}
	values := make([]model.Value, len(operands))
	words := []string{"", "", ""}
	for i, operand := range operands {
		values[i] = s.evalHere(operand, at)
		if values[i].State == model.Unknown {
			return unknown(values[i].Why.Reason, "", at)
		}
		words[i], _ = textOf(values[i])
	}
	blocks, err := blocksOf(words[0], words[1], words[2])
	if err != nil {
		s.diags.Errorf(at.Range, "Fn::Cidr: %v", err)
		return model.Undecided("Fn::Cidr cannot cut its block", at)
	}
	items := make([]model.Value, len(blocks))
	for i, block := range blocks {
		items[i] = model.Text(block.String(), at)
	}
	return model.List(items, at)
}

func blocksOf(block, count, bits string) ([]netip.Prefix, error) {
	whole, err := netip.ParsePrefix(block)
	if err != nil {
		return nil, fmt.Errorf("%q is no block of addresses", block)
	}
	n, err := strconv.Atoi(count)
	if err != nil || n < 1 || n > 256 {
		return nil, fmt.Errorf("the count is %q, and must be 1 to 256", count)
	}
	own := 0
	switch {
	case bits != "":
		own, err = strconv.Atoi(bits)
	case whole.Addr().Is6():
		own = 64
	default:
		err = strconv.ErrSyntax
	}
	length := whole.Addr().BitLen() - own
	if err != nil || own < 1 || length < whole.Bits() {
		return nil, fmt.Errorf("%q bits do not fit into %s", bits, block)
	}
	if spare := length - whole.Bits(); spare < 8 && n > 1<<spare {
		return nil, fmt.Errorf("%s has no room for %d blocks", block, n)
	}
	blocks := make([]netip.Prefix, n)
	next := whole.Masked().Addr()
	for i := range blocks {
		blocks[i] = netip.PrefixFrom(next, length)
		next = after(next, own)
	}
	return blocks, nil
}

// after is the address that follows a block with so many bits of its own.
func after(a netip.Addr, bits int) netip.Addr {
	bytes := a.AsSlice()
	carry := 1 << (bits % 8)
	for i := len(bytes) - 1 - bits/8; i >= 0 && carry > 0; i-- {
		sum := int(bytes[i]) + carry
		bytes[i] = byte(sum)
		carry = sum >> 8
	}
	next, _ := netip.AddrFromSlice(bytes)
	return next
}
