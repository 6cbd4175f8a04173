package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var NetworkACLFullPortRange = &checks.Check{
	Title:    "Network ACL allows all ports of TCP or UDP",
	Severity: checks.Low,
	Why:      "An entry for one protocol that names no ports most often was meant for a few of them.",
	Fix: checks.Fix{
		Terraform:      `Name the ports that are needed in "from_port" and "to_port".`,
		CloudFormation: `Name the ports that are needed under "PortRange".`,
		Live:           `Replace the entry by ones for the ports that are needed.`,
	},
	Aliases: checks.Aliases{
		KICS:   "f57f849c-883b-4cb7-85e7-f7b199dff163",
		CfnNag: "W67",
		Guard:  "EC2_NETWORK_ACL_PORT_RANGE_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: aclRules, Do: fullPortRange},
}

func fullPortRange(p *checks.Pass, r *model.Resource) {
	for e := range bothWays(r) {
		all := min(e.AllPorts(), model.Not(e.AllTraffic()))
		p.Forbid(min(e.Allow, all), e.Source, "all ports are open to %v", e.Source)
	}
}

// bothWays yields the entries of a network ACL for traffic in and out.
func bothWays(r *model.Resource) func(yield func(view.Entry) bool) {
	return func(yield func(view.Entry) bool) {
		for _, d := range [...]view.Direction{view.In, view.Out} {
			for e := range view.Entries(r, d) {
				if !yield(e) {
					return
				}
			}
		}
	}
}
