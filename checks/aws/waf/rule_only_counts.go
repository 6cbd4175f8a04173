package waf

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var RuleOnlyCounts = &checks.Check{
	Title:    "Rule of a web ACL only counts",
	Severity: checks.Low,
	Why:      "What it finds is let through all the same: good for a trial, and easily forgotten.",
	Fix: checks.Fix{
		Terraform:      `Set an "action" other than "count", and "none" as "override_action" of a rule group.`,
		CloudFormation: `Set an "Action" other than Count, and "OverrideAction: {None: {}}" of a rule group.`,
		Live:           "Change the action of the rule.",
	},
	References: []string{"https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rule-group-override-options.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: ruled, Do: onlyCounts},
}

func onlyCounts(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "no rules")
	for _, rules := range [...]string{"rule", "rules", "activated_rule"} {
		for _, action := range [...]string{"action", "override_action"} {
			for v := range checks.Within(r, rules, action+".count") {
				p.Forbid(min(v.There, v.IsSet()), v.Reported(), "the rule only counts")
			}
			for v := range checks.Within(r, rules, action+".type") {
				p.Forbid(min(v.There, v.IsFold("COUNT")), v.Reported(), "the rule only counts")
			}
		}
	}
}
