package ec2

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var SecurityGroupUnused = &checks.Check{
	Title:    "Security group is attached to nothing",
	Severity: checks.Low,
	Why:      "It protects nothing, yet somebody may attach it one day and take its rules for checked.",
	Fix: checks.Fix{
		Terraform:      "Attach it, or remove it.",
		CloudFormation: "Attach it, or remove it.",
		Live:           `Run "aws ec2 delete-security-group".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_5",
		KICS:    "4849211b-ac39-479e-ae78-5694d506cb24",
		Prowler: "ec2_securitygroup_not_used",
	},
	References: []string{"https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_security_group", Do: unusedGroup},
}

func unusedGroup(p *checks.Pass, r *model.Resource) {
	used := model.No
	for _, by := range view.Referrers(r) {
		switch {
		case by.Mode == model.Call:
			used = max(used, model.Maybe) // its module is not here
			p.HingesOn(model.Undecided("it is handed to "+by.Address, r.Body.Origin))
		case by.Owner != r && !strings.HasPrefix(by.Type, "aws_security_group") && !strings.HasPrefix(by.Type, "aws_vpc_security_group_"):
			used = model.Yes
		}
	}
	if name := givenOut(r); used == model.No && name != "" {
		used = model.Maybe
		p.HingesOn(model.Undecided("other stacks may use it by the output "+name, r.Body.Origin))
	}
	p.Require(used, r.Body, "nothing refers to the group")
}

// givenOut is the output by which a template gives a group to other stacks, "" if there
// is none.
func givenOut(group *model.Resource) string {
	if group.Scope.Format != model.CloudFormation {
		return ""
	}
	for _, output := range group.Scope.Outputs {
		if view.IsOf(output.Value, group) {
			return output.Name
		}
	}
	return ""
}
