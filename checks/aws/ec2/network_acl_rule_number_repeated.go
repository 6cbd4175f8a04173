package ec2

import (
	"iter"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var NetworkACLRuleNumberRepeated = &checks.Check{
	Title:    "Rules of a network ACL share a number",
	Severity: checks.Medium,
	Why:      "Only one of them can be there: the other is refused, or replaces it, and what it should have kept out comes in.",
	Fix: checks.Fix{
		Terraform:      `Give each rule of a direction its own "rule_number".`,
		CloudFormation: `Give each rule of a direction its own "RuleNumber".`,
		Live:           `Run "aws ec2 create-network-acl-entry" with another number.`,
	},
	Aliases: checks.Aliases{
		KICS:   "045ddb54-cfc5-4abb-9e05-e427b2bc96fe",
		CfnNag: "F79",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_network_acl_rule", Do: repeatedNumber},
}

func repeatedNumber(p *checks.Pass, r *model.Resource) {
	number := r.At("rule_number")
	p.Forbid(model.No, number, "")
	for other := range rulesBeside(r) {
		p.Forbid(number.Is(other.At("rule_number").String()), number,
			"%s is %v, as that of %s", number.Origin.Name, number, other.Address)
	}
}

// rulesKey is the key under which a scope keeps the rules of its network ACLs.
type rulesKey struct{}

// mostRules is more than twice what a network ACL can have.
//
// https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
const mostRules = 200

// rulesBeside yields the other rules of the same network ACL and direction. Where there are
// more than AWS takes it yields none.
func rulesBeside(r *model.Resource) iter.Seq[*model.Resource] {
	rules := model.Once(r.Scope, rulesKey{}, func() map[any][]*model.Resource {
		of := make(map[any][]*model.Resource)
		for _, rule := range r.Scope.OfType(r.Type) {
			of[aclOf(rule)] = append(of[aclOf(rule)], rule)
		}
		return of
	})[aclOf(r)]
	if len(rules) > mostRules {
		rules = nil
	}
	return func(yield func(*model.Resource) bool) {
		for _, other := range rules {
			alike := other != r && r.At("egress").IsTrue() == other.At("egress").IsTrue()
			if alike && !yield(other) {
				return
			}
		}
	}
}

// aclOf is what two rules of one network ACL have in common: itself, or how they name it. A
// rule of which neither is known has its own.
func aclOf(rule *model.Resource) any {
	if rule.Owner != nil {
		return rule.Owner
	}
	link := rule.At("network_acl_id")
	switch {
	case link.State == model.Known:
		return link.String()
	case link.State == model.Unknown && link.Why.Key != "":
		return link.Why.Key
	}
	return rule
}
