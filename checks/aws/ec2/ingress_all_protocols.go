package ec2

import "github.com/lintel-iac/lintel/checks"

var IngressAllProtocols = &checks.Check{
	Title:    "Security group lets traffic of every protocol in",
	Severity: checks.Low,
	Why:      "Whatever is installed later, on whichever port, can be reached the same day.",
	Fix: checks.Fix{
		Terraform:      "Name the protocol and the ports that are needed.",
		CloudFormation: "Name the protocol and the ports that are needed.",
		Live:           "Add rules for the ports that are needed, then revoke this one.",
	},
	Aliases: checks.Aliases{
		KICS:   "1a427b25-2e9e-4298-9530-0499a55e736b",
		CfnNag: "W42",
		Guard:  "SECURITY_GROUP_INGRESS_ALL_PROTOCOLS_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       forbidAllProtocols{Type: groupRules},
}
