package ec2

import "github.com/lintel-iac/lintel/checks"

var EgressAllProtocols = &checks.Check{
	Title:    "Security group lets traffic of every protocol out",
	Severity: checks.Low,
	Why:      "Whoever takes over the machine may send data out in any way.",
	Fix: checks.Fix{
		Terraform:      "Name the protocol and the ports that are needed.",
		CloudFormation: "Name the protocol and the ports that are needed.",
		Live:           "Add rules for the ports that are needed, then revoke this one.",
	},
	Aliases: checks.Aliases{
		KICS:   "ee464fc2-54a6-4e22-b10a-c6dcd2474d0c",
		CfnNag: "W40",
		Guard:  "SECURITY_GROUP_EGRESS_ALL_PROTOCOLS_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       forbidAllProtocols{Type: groupEgress, Out: true},
}
