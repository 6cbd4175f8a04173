package ec2

import (
	"strconv"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var NetworkACLPortsOverlap = &checks.Check{
	Title:    "Rules of a network ACL are for the same ports",
	Severity: checks.Low,
	Why:      "The one with the lower number decides wherever both fit, so the other may never be asked.",
	Fix: checks.Fix{
		Terraform:      "Give each rule ports of its own, or make one of them.",
		CloudFormation: "Give each rule ports of its own, or make one of them.",
		Live:           `Run "aws ec2 replace-network-acl-entry".`,
	},
	Aliases: checks.Aliases{
		KICS:   "77b6f1e2-bde4-4a6a-ae7e-a40659ff1576",
		CfnNag: "W72",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_network_acl_rule", Do: overlappingPorts},
}

func overlappingPorts(p *checks.Pass, r *model.Resource) {
	from, to := r.At("from_port"), r.At("to_port")
	p.Forbid(model.No, from, "")
	for other := range rulesBeside(r) {
		if model.Same(r.At("protocol"), other.At("protocol")) && sameFamily(r, other) {
			p.Forbid(overlap(r, other), from, "ports %v to %v are those of %s, too", from, to, other.Address)
		}
	}
}

// overlap asks whether two rules share a port.
func overlap(a, b *model.Resource) model.Truth {
	least := portOf(b.At("from_port"))
	most := portOf(b.At("to_port"))
	if least < 0 || most < 0 {
		return model.Is(model.Same(a.At("from_port"), b.At("from_port")) && a.At("from_port").State != model.Absent)
	}
	return min(a.At("from_port").AtMost(most), a.At("to_port").AtLeast(least))
}

// portOf is a port that is known, or -1.
func portOf(v model.Value) float64 {
	number, err := strconv.ParseFloat(v.String(), 64)
	if v.State != model.Known || err != nil {
		return -1
	}
	return number
}

// sameFamily tells whether two rules are both for IPv4, or both for IPv6.
func sameFamily(a, b *model.Resource) bool {
	return a.At("ipv6_cidr_block").IsEmpty() == b.At("ipv6_cidr_block").IsEmpty()
}
