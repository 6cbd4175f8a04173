package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model/view"
)

var NetworkACLUnlimited = &checks.Check{
	Title:    "Network ACL lets in traffic to all ports",
	Severity: checks.Low,
	Why:      "To whoever is at the source it is no lock: a list is there to leave open what the subnet serves, and no more.",
	Fix: checks.Fix{
		Terraform:      `Allow the ports that are needed: 443, and 1024 to 65535 for answers.`,
		CloudFormation: `Allow the ports that are needed: 443, and 1024 to 65535 for answers.`,
		Live:           `Replace the entry by ones for the ports that are needed.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_352"},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       forbidRule{Type: aclRules, Is: (*view.Rule).AllPorts, Says: "all ports are open to %v"},
}
