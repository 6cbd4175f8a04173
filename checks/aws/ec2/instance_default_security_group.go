package ec2

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var InstanceDefaultSecurityGroup = &checks.Check{
	Title:    "EC2 instance is in the default security group",
	Severity: checks.Low,
	Why:      "Its members reach each other on all ports, and whatever is launched without a group is a member too.",
	Fix: checks.Fix{
		Terraform:      `Make an "aws_security_group" for it, and name that in "vpc_security_group_ids".`,
		CloudFormation: `Make a security group for it, and name that in "SecurityGroupIds".`,
		Live:           `Run "aws ec2 modify-instance-attribute" with --groups.`,
	},
	Aliases: checks.Aliases{
		KICS: "08b81bb3-0985-4023-8602-b606ad81d279 f1adc521-f79a-4d71-b55b-a68294687432",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_instance aws_spot_instance_request", Do: inDefaultGroup},
}

func inDefaultGroup(p *checks.Pass, r *model.Resource) {
	if groups, judge := said(p, r, "vpc_security_group_ids"); judge && !hasInterface(r) {
		named := r.At("security_groups")
		p.Forbid(min(groups.IsEmpty(), named.IsEmpty()), groups, "neither %s nor %s is set", groups.Origin.Name, named.Origin.Name)
	}
	for _, path := range [...]string{"security_groups", "vpc_security_group_ids"} {
		groups := r.At(path)
		for ref := range r.RefsAt(path) {
			fault := model.Is(ref.Attr == "default_security_group_id")
			if target := p.Scope.Resource(ref.To); target != nil {
				fault = max(fault, isDefaultGroup(target))
			}
			p.Forbid(fault, groups, "%s has the default security group", groups.Origin.Name)
		}
	}
	named := r.At("security_groups")
	for group := range r.Each("security_groups") {
		p.Forbid(min(group.Is("default"), model.Not(model.Is(isDeclared(r, group)))), group, "%s has %v", named.Origin.Name, group)
	}
}

// isDefaultGroup asks whether a group is the one that a VPC comes with, which is called so.
func isDefaultGroup(group *model.Resource) model.Truth {
	switch {
	case group.Type == "aws_default_security_group":
		return model.Yes
	case group.Type != "aws_security_group" || group.Mode != model.Data:
		return model.No
	}
	return group.At("name").Is("default")
}

// isDeclared tells whether an element of security_groups is that of a group that the
// scope declares, which has another name.
func isDeclared(r *model.Resource, group model.Value) bool {
	for ref := range r.RefsAt("security_groups") {
		target := r.Scope.Resource(ref.To)
		if target != nil && target.Type == "aws_security_group" && view.IsOf(group, target) {
			return true
		}
	}
	return false
}
