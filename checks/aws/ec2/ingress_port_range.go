package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var IngressPortRange = &checks.Check{
	Title:    "Security group lets traffic in on a range of ports",
	Severity: checks.Low,
	Why:      "A range opens ports that nobody thought of.",
	Fix: checks.Fix{
		Terraform:      "Write one rule for each port.",
		CloudFormation: "Write one rule for each port.",
		Live:           "Add a rule for each port, then revoke this one.",
	},
	Aliases: checks.Aliases{
		KICS:   "87482183-a8e7-4e42-a566-7a23ec231c16",
		CfnNag: "W27",
		Guard:  "SECURITY_GROUP_INGRESS_PORT_RANGE_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_security_group aws_default_security_group aws_security_group_rule aws_vpc_security_group_ingress_rule", Do: ingressPortRange},
}

func ingressPortRange(p *checks.Pass, r *model.Resource) {
	for rule := range view.Ingress(r) {
		p.Forbid(spans(rule), rule.From, "ports %v to %v are open", rule.From, rule.To)
	}
}

// spans asks whether a rule is for more than one port of TCP or UDP. One for all
// protocols has a check of its own.
func spans(rule *view.Rule) model.Truth {
	different := model.Is(!model.Same(rule.From, rule.To))
	if rule.From.State == model.Unknown || rule.To.State == model.Unknown {
		different = min(model.Maybe, different)
	}
	return min(max(rule.Carries("tcp"), rule.Carries("udp")), model.Not(rule.AllTraffic()), different)
}
