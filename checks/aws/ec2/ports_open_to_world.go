package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var PortsOpenToWorld = &checks.Check{
	Title:    "Security group lets the whole internet reach a port that is not for the web",
	Severity: checks.Medium,
	Why:      "What listens there is seldom made for strangers, and rarely as well looked after as a web server.",
	Fix: checks.Fix{
		Terraform:      `Name the addresses that need it in "cidr_blocks" or "cidr_ipv4", or refer to their security group.`,
		CloudFormation: `Name the addresses that need it in "CidrIp", or refer to their security group by "SourceSecurityGroupId".`,
		Live:           `Revoke the rule, and authorize one for the addresses that need it.`,
	},
	Aliases: checks.Aliases{
		KICS:    "590d878b-abdc-428f-895a-e2b68a0e1998 829ce3b8-065c-41a3-ad57-e0accfea82d2",
		Regula:  "FG_R00259 FG_R00268 FG_R00377",
		Prowler: "ec2_securitygroup_allow_ingress_from_internet_to_any_port",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: groupRules, Do: portsOpen},
}

// portsOpen leaves to the more severe checks what they report: a port, or all of them. Of
// a range they name the ports that they know.
func portsOpen(p *checks.Pass, r *model.Resource) {
	for rule := range fromAnywhere(p, view.Ingress(r)) {
		web := max(onlyPort(rule, "80"), onlyPort(rule, "443"))
		has := max(rule.Carries("tcp"), rule.Carries("udp"))
		forbid(p, min(has, model.Not(web), model.Not(graver(rule.Assumed())), rule.FromAnywhere()), rule,
			"%s open to %v", span(rule), source{rule})
	}
}

func graver(r *view.Rule) model.Truth {
	data, _ := admitted(r, databases[:])
	admin, _ := admitted(r, administration[:])
	return max(min(max(data, admin, r.AdmitsAny(22, 3389)), model.Not(spans(r))), r.AllPorts())
}

// span is how a message names the ports of a rule.
func span(r *view.Rule) string {
	if model.Same(r.From, r.To) {
		return "port " + r.From.String() + " is"
	}
	return "ports " + r.From.String() + " to " + r.To.String() + " are"
}
