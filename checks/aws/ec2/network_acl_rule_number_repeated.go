package ec2

import (
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

// rulesBeside yields the other rules of the same network ACL and direction.
func rulesBeside(r *model.Resource) func(yield func(*model.Resource) bool) {
	return func(yield func(*model.Resource) bool) {
		for _, other := range r.Scope.OfType(r.Type) {
			alike := other != r && sameACL(r, other) && r.At("egress").IsTrue() == other.At("egress").IsTrue()
			if alike && !yield(other) {
				return
			}
		}
	}
}

func sameACL(a, b *model.Resource) bool {
	if a.Owner != nil {
		return a.Owner == b.Owner
	}
	return model.Same(a.At("network_acl_id"), b.At("network_acl_id"))
}
