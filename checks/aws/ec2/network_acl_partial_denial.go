package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var NetworkACLPartialDenial = &checks.Check{
	Title:    "Network ACL refuses some addresses only",
	Severity: checks.Low,
	Why:      "A list of addresses to keep out is never complete: whoever comes from another one gets past it.",
	Fix: checks.Fix{
		Terraform:      `Allow what is needed, and leave the rest to the last rule, which refuses all.`,
		CloudFormation: `Allow what is needed, and leave the rest to the last rule, which refuses all.`,
		Live:           `Allow what is needed, then delete the entry: the last rule refuses all.`,
	},
	Aliases: checks.Aliases{
		KICS:   "2623d682-dccb-44cd-99d0-54d9fd62f8f2",
		CfnNag: "W71",
		Guard:  "EC2_NETWORK_ACL_ENTRY_INEFFECTIVE_DENY_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: aclRules, Do: partialDenial},
}

func partialDenial(p *checks.Pass, r *model.Resource) {
	for e := range bothWays(r) {
		p.Forbid(min(model.Not(e.Allow), model.Not(e.FromAnywhere())), e.Source, "only %v is refused", e.Source)
	}
}
