package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var SensitivePortOpenToPublicRange = &checks.Check{
	Title:    "Security group lets a range of the internet reach an administrative or database port",
	Severity: checks.Medium,
	Why:      "Everybody with an address of that range can try passwords and known holes.",
	Fix: checks.Fix{
		Terraform:      "Name single addresses, or refer to the security group of the callers.",
		CloudFormation: "Name single addresses, or refer to the security group of the callers.",
		Live:           "Revoke the rule, and authorize one for the addresses that need it.",
	},
	Aliases: checks.Aliases{
		KICS: "e35c16a2-d54e-419d-8546-a804d8e024d0",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: groupRules, Do: publicRange},
}

// publicRange leaves the whole internet to other checks.
func publicRange(p *checks.Pass, r *model.Resource) {
	for rule := range view.Ingress(r) {
		sure, which := sensitive(rule)
		fault := min(sure, rule.FromPublic(), model.Not(rule.Assumed().FromAnywhere()), rule.Source.Satisfies(isNetwork))
		p.Forbid(fault, rule.Source, "%s open to %v", which, rule.Source)
	}
}
