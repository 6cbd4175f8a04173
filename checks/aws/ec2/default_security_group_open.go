package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var DefaultSecurityGroupOpen = &checks.Check{
	Title:    "Default security group lets traffic through",
	Severity: checks.Medium,
	Why: "Whatever is launched without a security group gets the default one, and with it all that this lets " +
		"through, unnoticed.",
	Fix: checks.Fix{
		Terraform:      `Leave the "aws_default_security_group" without "ingress" and "egress", and give each use a group of its own.`,
		CloudFormation: `Give each use a security group of its own, and remove the rules of the default one.`,
		Live:           `Revoke all rules of the default security group, once nothing uses it.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_12",
		KICS: "" +
			"9a4ef195-74b9-4c58-b8ed-2b2fe4353a75",
		Trivy:   "AVD-AWS-0173",
		Regula:  "FG_R00089",
		Prowler: "ec2_securitygroup_default_restrict_traffic",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_default_security_group", Do: defaultGroupOpen},
}

func defaultGroupOpen(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "") // without any rule it is as it should be
	for rule := range view.Ingress(r) {
		p.Forbid(rule.Source.IsSet(), rule.Source, "ingress is allowed")
	}
	for rule := range view.Egress(r) {
		p.Forbid(rule.Source.IsSet(), rule.Source, "egress is allowed")
	}
	for rule := range r.Each("rule") { // which the provider refuses, but which was meant to be one
		direction := rule.At("type")
		p.Forbid(min(direction.IsSet(), model.Not(direction.Is("ingress", "egress"))), direction, "a rule is added")
	}
}
