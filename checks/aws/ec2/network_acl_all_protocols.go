package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var NetworkACLAllProtocols = &checks.Check{
	Title:    "Network ACL allows every protocol",
	Severity: checks.Low,
	Why:      "An entry for every protocol is for every port as well: the ACL then keeps nothing out of that network.",
	Fix: checks.Fix{
		Terraform:      `Name the protocol and the ports that are needed.`,
		CloudFormation: `Name the protocol, such as 6 for TCP, and the ports that are needed under "PortRange".`,
		Live:           `Replace the entry by ones for the protocols and ports that are needed.`,
	},
	Aliases: checks.Aliases{
		KICS:   "03879981-efa2-47a0-a818-c843e1441b88",
		CfnNag: "W66",
		Guard:  "EC2_NETWORK_ACL_PROTOCOL_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: aclRules, Do: allProtocolsInNetworkACL},
}

func allProtocolsInNetworkACL(p *checks.Pass, r *model.Resource) {
	for e := range bothWays(r) {
		p.Forbid(min(e.Allow, e.AllTraffic()), e.Source, "every protocol is open to %v", e.Source)
	}
}
