package waf

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var WithoutRules = &checks.Check{
	Title:    "Web ACL has no rules",
	Severity: checks.Medium,
	Why:      "It lets everything through, and looks as if it did not.",
	Fix: checks.Fix{
		Terraform:      `Add "rule" blocks, such as AWS's managed rule groups.`,
		CloudFormation: `Add "Rules", such as AWS's managed rule groups.`,
		Live:           "Add rules to the web ACL.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_175",
		Prowler: "wafv2_webacl_with_rules waf_global_webacl_with_rules waf_regional_webacl_with_rules",
	},
	References: []string{"https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_wafv2_web_acl aws_waf_web_acl aws_wafregional_web_acl", Do: withoutRules},
}

func withoutRules(p *checks.Pass, r *model.Resource) {
	rules := r.At("rule")
	if r.Type == "aws_waf_web_acl" {
		rules = r.At("rules")
	}
	some := max(model.Not(rules.IsEmpty()), r.At("rule_json").IsSet(), model.Not(r.At("rule_group_association").IsEmpty()))
	p.Require(some, rules, "%s is %v", rules.Origin.Name, checks.Said(rules))
}
