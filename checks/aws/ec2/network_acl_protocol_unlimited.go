package ec2

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var NetworkACLProtocolUnlimited = &checks.Check{
	Title:    "Network ACL allows a protocol without any limit",
	Severity: checks.Low,
	Why: "Ports count for TCP and UDP only, types and codes for ICMP: an entry for all protocols, or for another one, " +
		"allows all of it, whatever ports are named.",
	Fix: checks.Fix{
		Terraform:      `Name "tcp", "udp" or "icmp", and the ports or types that are needed.`,
		CloudFormation: `Set "Protocol" to 6, 17 or 1, and name what is needed under "PortRange" or "Icmp".`,
		Live:           `Replace the entry by ones for the protocols and ports that are needed.`,
	},
	Aliases: checks.Aliases{
		KICS:   "03879981-efa2-47a0-a818-c843e1441b88",
		Trivy:  "AVD-AWS-0102",
		CfnNag: "W66",
		Guard:  "EC2_NETWORK_ACL_PROTOCOL_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_network_acl aws_default_network_acl aws_network_acl_rule", Do: unlimitedProtocol},
}

func unlimitedProtocol(p *checks.Pass, r *model.Resource) {
	for e := range bothWays(r) {
		if r.Type == "aws_network_acl_rule" && isOther(r.At("ipv6_cidr_block"), e.Source) {
			continue // an entry is for one of the ranges: EC2 refuses both
		}
		p.Forbid(min(e.Allow, unlimited(e)), e.Source, "all of protocol %v is open to %v", e.Protocol, e.Source)
	}
}

// isOther tells whether a range is given beside another one.
func isOther(ipv6, source model.Value) bool {
	return ipv6.IsSet() == model.Yes && ipv6.Origin != source.Origin
}

// unlimited asks whether neither ports nor types narrow an entry: ICMPv6 has types
// with a range of IPv6 only.
func unlimited(e view.Entry) model.Truth {
	other := func(protocol string) bool {
		switch strings.ToLower(protocol) {
		case "6", "tcp", "17", "udp", "1", "icmp", "58", "icmpv6":
			return false
		}
		return true
	}
	ipv6 := e.Source.Satisfies(func(source string) bool { return strings.Contains(source, ":") })
	return max(e.Protocol.Satisfies(other), min(e.Protocol.IsFold("58", "icmpv6"), model.Not(ipv6)))
}
