package waf

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var Log4jAllowed = &checks.Check{
	Title:    "Web ACL lets requests through that exploit Log4j",
	Severity: checks.Medium,
	Why:      "One such request, in any field that is logged, runs code on a server with an old library.",
	Fix: checks.Fix{
		Terraform:      `Add AWS's rule group "AWSManagedRulesKnownBadInputsRuleSet", and let it block.`,
		CloudFormation: `Add AWS's rule group "AWSManagedRulesKnownBadInputsRuleSet", and let it block.`,
		Live:           `Add AWS's rule group "Known bad inputs" to the web ACL.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_192 CKV2_AWS_47 CKV2_AWS_76 CKV2_AWS_77 CKV2_AWS_78",
		Regula:  "FG_R00500",
	},
	References: []string{"https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_wafv2_web_acl aws_cloudfront_distribution aws_lb aws_api_gateway_stage aws_appsync_graphql_api", Do: log4j},
}

// log4j judges a web ACL at what it protects, and by itself where that is not known.
func log4j(p *checks.Pass, r *model.Resource) {
	if r.Type == "aws_wafv2_web_acl" {
		if !protects(r) {
			log4jPasses(p, r)
		}
		return
	}
	for acl := range before(r) {
		log4jPasses(p, acl)
	}
}

func log4jPasses(p *checks.Pass, r *model.Resource) {
	// Rules in a text of their own are not read.
	blocked := min(model.Maybe, r.At("rule_json").IsSet())
	for rule := range r.Each("rule") {
		blocked = max(blocked, blocksLog4j(rule))
	}
	p.Require(blocked, r.At("rule"), "no rule holds back Log4j's lookups")
}

// blocksLog4j asks whether a rule is AWS's group with these two rules, neither of
// them taken out nor made to count.
func blocksLog4j(rule model.Value) model.Truth {
	group := rule.At("statement.managed_rule_group_statement")
	counts := rule.At("override_action.count").IsSet()
	for _, path := range [...]string{"excluded_rule", "rule_action_override"} {
		for override := range group.Each(path) {
			weaker := model.Yes
			if path == "rule_action_override" {
				weaker = max(override.At("action_to_use.count").IsSet(), override.At("action_to_use.allow").IsSet())
			}
			counts = max(counts, min(weaker, override.At("name").HasPrefix("Log4JRCE")))
		}
	}
	named := min(group.At("name").Is("AWSManagedRulesKnownBadInputsRuleSet"), group.At("vendor_name").Is("AWS"))
	return min(named, model.Not(counts))
}
