package waf

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var RuleWithoutAction = &checks.Check{
	Title:    "Rule of a web ACL or rule group has no action",
	Severity: checks.Low,
	Why:      "Whoever wrote it meant something to happen to what it finds, and nothing does.",
	Fix: checks.Fix{
		Terraform:      `Set an "action", or "override_action" where the rule refers to a rule group.`,
		CloudFormation: `Set an "Action", or "OverrideAction" where the rule refers to a rule group.`,
		Live:           "Give the rule an action.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_342",
	},
	References: []string{"https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-action.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: ruled, Do: withoutAction},
}

// These types hold rules: of a group of WAF Classic they are those it activates.
const ruled = "aws_wafv2_web_acl aws_wafv2_rule_group aws_waf_web_acl aws_wafregional_web_acl aws_waf_rule_group aws_wafregional_rule_group"

func withoutAction(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "no rules")
	for _, rules := range [...]string{"rule", "rules", "activated_rule"} {
		for action := range checks.Within(r, rules, "action") {
			idle := action.IsEmpty()
			if strings.HasSuffix(r.Type, "web_acl") {
				idle = min(idle, action.Element.At("override_action").IsEmpty())
			}
			p.Forbid(min(action.There, idle), action.Reported(), "the rule has no action")
		}
	}
}
