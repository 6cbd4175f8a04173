package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var NetworkACLEntriesOverlap = &checks.Check{
	Title:    "Two entries of a network ACL are about the same traffic",
	Severity: checks.Low,
	Why:      "Only the entry with the lower number counts where two of them match, so the other one is not what it seems to be.",
	Fix: checks.Fix{
		Terraform:      `Narrow the ports or the network of one of them, or take it away.`,
		CloudFormation: `Narrow the ports or the network of one of them, or take it away.`,
		Live:           `Narrow the ports or the network of one of them, or delete it.`,
	},
	Aliases: checks.Aliases{
		KICS:   "77b6f1e2-bde4-4a6a-ae7e-a40659ff1576",
		CfnNag: "W72",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: aclRules, Do: overlapping},
}

func overlapping(p *checks.Pass, r *model.Resource) {
	pairs(p, r, func(e, other view.Entry) {
		p.Forbid(e.Overlaps(other), e.Source, "another entry is for some of the same ports of %v", e.Source)
	})
}
