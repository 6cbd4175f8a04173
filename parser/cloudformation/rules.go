package cloudformation

import (
	"slices"

	"github.com/lintel-iac/lintel/model"
)

// rules take it for granted that a template is given what its rules ask of it, since
// no other is deployed. A rule that may not apply says nothing.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
func (s *stack) rules(section *node) {
	for _, m := range members(section) {
		if m.key == "CheckBootstrapVersion" { // CDK writes it into every template
			continue
		}
		if condition := m.value.get("RuleCondition"); condition != nil && s.asserted(condition) != model.Yes {
			continue
		}
		assertions := m.value.get("Assertions")
		if assertions == nil || assertions.kind != list {
			s.diags.Errorf(m.at, "the rule %s has no list of Assertions", m.key)
			continue
		}
		for _, item := range assertions.items {
			if assert := item.get("Assert"); assert != nil {
				s.enforce(m.key, assert)
			}
		}
	}
}

// enforce narrows the parameters that an assertion is about.
func (s *stack) enforce(rule string, assert *node) {
	switch s.asserted(assert) {
	case model.Yes:
		return
	case model.No:
		s.diags.Warnf(assert.at, "the rule %s refuses the parameters that are given", rule)
		return
	}
	name, argument := assert.function()
	switch {
	case name == "Fn::And":
		for _, operand := range argument.items {
			s.enforce(rule, operand)
		}
	case ofAccount(assert):
	case name == "Fn::Contains":
		s.confine(argument)
	case name == "Fn::Equals", name == "Fn::Not":
		s.world = s.assume(assert, true)
	}
}

// confine leaves a parameter the values of a list.
func (s *stack) confine(argument *node) {
	if len(argument.items) != 2 {
		return
	}
	function, name := argument.items[1].function()
	p := s.params[name.word()]
	allowed, ok := s.evalHere(argument.items[0], model.Origin{}).Data.([]model.Value)
	if function != "Ref" || p == nil || !ok || p.value.State != model.Unknown || p.isList() || slices.ContainsFunc(allowed, isNested) {
		return
	}
	var left []model.Value
	for _, v := range allowed {
		if v = p.convert(v); equal(p.value, v) != model.No {
			left = append(left, v)
		}
	}
	secret := p.value.Sensitive
	p.value = oneOf(p.value.Why.Reason, p.value.Why.Key, model.Origin{}, left)
	if secret {
		p.value = concealed(p.value)
	}
}

// asserted asks whether a function of a rule holds. What only the account knows,
// such as the tags of a network, is not known.
//
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-rules.html
func (s *stack) asserted(n *node) model.Truth {
	if !s.spend(1, n.at) || ofAccount(n) {
		return model.Maybe
	}
	name, argument := n.function()
	switch name {
	case "Fn::Contains", "Fn::EachMemberIn", "Fn::EachMemberEquals":
		if operands, ok := s.operands(name, argument, 2, 2); ok {
			return s.membership(name, operands[0], operands[1])
		}
		return model.Maybe
	case "Fn::And", "Fn::Or", "Fn::Not":
		return s.allAsserted(name, argument)
	case "Fn::Equals":
		return s.holds(n)
	}
	return model.Maybe
}

// ofAccount tells a function that looks into the account, or has one in it that does.
func ofAccount(n *node) bool {
	name, argument := n.function()
	switch name {
	case "":
		return false
	case "Fn::RefAll", "Fn::ValueOf", "Fn::ValueOfAll":
		return true
	}
	return slices.ContainsFunc(argument.items, ofAccount)
}

// membership asks whether a list contains a value, or each member of one is in
// another, or is a value.
func (s *stack) membership(name string, first, second *node) model.Truth {
	a, b := s.evalHere(first, model.Origin{}), s.evalHere(second, model.Origin{})
	if name == "Fn::Contains" {
		return contains(a, b)
	}
	members, ok := a.Data.([]model.Value)
	if !ok {
		return model.Maybe
	}
	truth := model.Yes
	for _, member := range members {
		if name == "Fn::EachMemberIn" {
			truth = min(truth, contains(b, member))
		} else {
			truth = min(truth, equal(member, b))
		}
	}
	return truth
}

// contains asks whether a list has a value, or all that it may be.
func contains(list, v model.Value) model.Truth {
	members, ok := list.Data.([]model.Value)
	if !ok {
		return model.Maybe
	}
	if v.State == model.Unknown && len(v.Why.Alternatives) > 0 {
		low, high := model.Yes, model.No
		for _, a := range v.Why.Alternatives {
			truth := contains(list, a)
			low, high = min(low, truth), max(high, truth)
		}
		if low == high {
			return low
		}
		return model.Maybe
	}
	truth := model.No
	for _, member := range members {
		truth = max(truth, equal(member, v))
	}
	return truth
}

func (s *stack) allAsserted(name string, argument *node) model.Truth {
	operands, ok := s.operands(name, argument, 1, 10)
	if !ok {
		return model.Maybe
	}
	truth := s.asserted(operands[0])
	for _, operand := range operands[1:] {
		if name == "Fn::Or" {
			truth = max(truth, s.asserted(operand))
		} else {
			truth = min(truth, s.asserted(operand))
		}
	}
	if name == "Fn::Not" {
		return model.Not(truth)
	}
	return truth
}
