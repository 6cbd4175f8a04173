package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var SensitivePortOpenToPrivateNetwork = &checks.Check{
	Title:    "Security group lets a whole private network reach an administrative or database port",
	Severity: checks.Low,
	Why:      "One machine that is taken over, in whichever connected network, is enough to try passwords and known holes.",
	Fix: checks.Fix{
		Terraform:      "Name the subnets that need it, or refer to the security group of the callers.",
		CloudFormation: "Name the subnets that need it, or refer to the security group of the callers.",
		Live:           "Revoke the rule, and authorize one for the subnets that need it.",
	},
	Aliases: checks.Aliases{
		KICS: "92fe237e-074c-4262-81a4-2077acb928c1",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: groupRules, Do: privateNetwork},
}

// wholePrivate tells whether a range is all of one that RFC 1918 sets aside, or that RFC
// 4193 does for addresses that are given locally.
func wholePrivate(cidr string) bool {
	return cidr == "10.0.0.0/8" || cidr == "172.16.0.0/12" || cidr == "192.168.0.0/16" || cidr == "fd00::/8" || cidr == "fc00::/7"
}

func privateNetwork(p *checks.Pass, r *model.Resource) {
	for rule := range view.Ingress(r) {
		sure, which := sensitive(rule)
		p.Forbid(min(sure, rule.FromRange(wholePrivate)), rule.Source, "%s open to %v", which, rule.Source)
	}
}
