package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var EgressPortRange = &checks.Check{
	Title:    "Security group lets traffic out on a range of ports",
	Severity: checks.Low,
	Why:      "A range opens ports that nobody thought of.",
	Fix: checks.Fix{
		Terraform:      "Write one rule for each port.",
		CloudFormation: "Write one rule for each port.",
		Live:           "Add a rule for each port, then revoke this one.",
	},
	Aliases: checks.Aliases{
		KICS:   "dae9c373-8287-462f-8746-6f93dad93610",
		CfnNag: "W29",
		Guard:  "SECURITY_GROUP_EGRESS_PORT_RANGE_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_security_group aws_default_security_group aws_security_group_rule aws_vpc_security_group_egress_rule", Do: egressPortRange},
}

func egressPortRange(p *checks.Pass, r *model.Resource) {
	for rule := range view.Egress(r) {
		p.Forbid(spans(rule), rule.From, "ports %v to %v are open", rule.From, rule.To)
	}
}
