package waf

import "github.com/lintel-iac/lintel/checks"

var DefaultActionAllow = &checks.Check{
	Title:    "Web ACL lets through what no rule names",
	Severity: checks.Low,
	Why:      "Only what is known to be bad is held back, not what is not known to be good.",
	Fix: checks.Fix{
		Terraform:      `Set "block" as "default_action", and write rules for what is allowed.`,
		CloudFormation: `Set "DefaultAction: {Block: {}}", and write rules for what is allowed.`,
		Live:           "Change the default action of the web ACL.",
	},
	Aliases: checks.Aliases{
		KICS:   "6d64f311-3da6-45f3-80f1-14db9771ea40",
		CfnNag: "F665",
		Guard:  "WAF_WEB_ACL_DEFAULT_ACTION_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-default-action.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.Every{
		checks.ForbidSet{Type: "aws_wafv2_web_acl", Path: "default_action.allow"},
		checks.ForbidAny{Type: "aws_waf_web_acl aws_wafregional_web_acl", Path: "default_action.type", Of: []string{"ALLOW"}},
	},
}
