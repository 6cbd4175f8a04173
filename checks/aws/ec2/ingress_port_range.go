package ec2

import "github.com/lintel-iac/lintel/checks"

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
	Rule:       forbidRange{Type: groupRules},
}
