package ec2

import (
	"slices"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var NetworkACLNumberRepeated = &checks.Check{
	Title:    "Two entries of a network ACL have one number",
	Severity: checks.Medium,
	Why:      "EC2 keeps one entry for each number and direction: the deployment fails, or one entry takes the other's place.",
	Fix: checks.Fix{
		Terraform:      `Give each rule a "rule_no" or "rule_number" of its own.`,
		CloudFormation: `Give each entry a "RuleNumber" of its own.`,
	},
	Aliases: checks.Aliases{
		KICS:   "045ddb54-cfc5-4abb-9e05-e427b2bc96fe",
		CfnNag: "F79",
	},
	References: []string{
		"https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html",
		"https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: aclRules, Do: repeatedNumber},
}

func repeatedNumber(p *checks.Pass, r *model.Resource) {
	pairs(p, r, func(e, other view.Entry) {
		p.Forbid(alike(e.Number, other.Number), e.Number, "%s is %v, as that of another entry", e.Number.Origin.Name, e.Number)
	})
}

// mostEntries of an ACL are looked at in pairs; EC2 takes 40 in each direction.
//
// https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
const mostEntries = 200

// pairs puts each entry that the resource holds beside each other one of the same
// ACL and direction: an ACL outside of the scope is told by its id.
func pairs(p *checks.Pass, r *model.Resource, judge func(e, other view.Entry)) {
	p.Forbid(model.No, r.Body, "")
	for _, d := range [...]view.Direction{view.In, view.Out} {
		own := slices.Collect(view.Entries(r, d))
		if len(own) > mostEntries {
			continue
		}
		for _, holder := range holders(r) {
			for j, other := range slices.Collect(view.Entries(holder, d)) {
				for i, e := range own {
					if holder != r || i != j {
						judge(e, other)
					}
				}
			}
		}
	}
}

// alike asks whether two values are equal.
func alike(a, b model.Value) model.Truth {
	if !model.Same(a, b) && (a.State == model.Unknown || b.State == model.Unknown) {
		return model.Maybe
	}
	return model.Is(model.Same(a, b))
}

// holders are the resources that hold entries of one ACL: the ACL, or the rules of
// one that lies outside, unless these are too many.
func holders(r *model.Resource) []*model.Resource {
	if r.Type != "aws_network_acl_rule" {
		return []*model.Resource{r}
	}
	var all []*model.Resource
	for _, other := range r.Scope.OfType(r.Type) {
		if len(all) > mostEntries {
			return nil
		}
		if model.Same(r.At("network_acl_id"), other.At("network_acl_id")) {
			all = append(all, other)
		}
	}
	return all
}
