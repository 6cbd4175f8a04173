package elb

import (
	"iter"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var SecurityGroupWithoutRules = &checks.Check{
	Title:    "Security group of a load balancer lets nothing through",
	Severity: checks.Low,
	Why:      "No request reaches it, or none of its targets: somebody will open it in haste.",
	Fix: checks.Fix{
		Terraform:      "Add rules for the ports of the listeners and of the targets.",
		CloudFormation: "Add rules for the ports of the listeners and of the targets.",
		Live:           `Run "aws ec2 authorize-security-group-ingress", and egress.`,
	},
	Aliases: checks.Aliases{
		KICS: "e200a6f3-c589-49ec-9143-7421d4a2c845 01d5a458-a6c4-452a-ac50-054d59275b7c",
	},
	References: []string{"https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_lb aws_elb", Do: closedGroup},
}

func closedGroup(p *checks.Pass, r *model.Resource) {
	groups := r.At("security_groups")
	if r.Unseen() {
		p.Require(model.Maybe, groups, "which groups it has is not known")
	}
	for ref := range r.RefsAt("security_groups") {
		if group := p.Scope.Resource(ref.To); group != nil && group.Type == "aws_security_group" {
			p.Require(anything(view.Ingress(group)), groups, "%s lets nothing in", group.Address)
			p.Require(anything(view.Egress(group)), groups, "%s lets nothing out", group.Address)
		}
	}
}

// anything asks whether there is a rule with a source.
func anything(rules iter.Seq[*view.Rule]) model.Truth {
	found := model.No
	for rule := range rules {
		found = max(found, rule.Source.IsSet(), model.Is(rule.Source.Defaulted))
	}
	return found
}
