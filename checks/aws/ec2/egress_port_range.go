package ec2

import "github.com/lintel-iac/lintel/checks"

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
	Rule:       forbidRange{Type: groupEgress, Out: true},
}
