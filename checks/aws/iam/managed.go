package iam

import (
	"iter"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// forbidManaged forbids that certain policies of AWS are given to an identity, or
// looked up for it.
type forbidManaged struct {
	Names  string // separated by spaces
	Suffix string // of a name but for its version, "" for none
}

func (forbidManaged) Types() string {
	return "aws_iam_role aws_iam_policy_attachment aws_iam_role_policy_attachment aws_iam_user_policy_attachment " +
		"aws_iam_group_policy_attachment aws_iam_role_policy_attachments_exclusive aws_iam_user_policy_attachments_exclusive " +
		"aws_iam_group_policy_attachments_exclusive aws_ssoadmin_managed_policy_attachment data.aws_iam_policy"
}

func (c forbidManaged) Judge(p *checks.Pass, r *model.Resource) {
	p.Forbid(model.No, r.Body, "")
	for policy := range given(r) {
		policy = view.InSomePartition(policy)
		arn, known := policy.Data.(string)
		if known {
			p.Forbid(model.Is(c.names(arn)), policy, "%s is attached", view.ManagedName(arn))
		} else {
			p.Forbid(policy.Satisfies(c.names), policy, "%s is %v", policy.Origin.Name, checks.Said(policy))
		}
	}
}

// names tells whether the policy with an ARN is forbidden.
func (c forbidManaged) names(arn string) bool {
	name := view.ManagedName(arn)
	return slices.Contains(strings.Fields(c.Names), name) || c.Suffix != "" && strings.HasSuffix(unversioned(name), c.Suffix)
}

// unversioned is the name of a policy without what says that it is one, and which: "CloudWatchFullAccessV2",
// "AmazonEMRFullAccessPolicy_v2".
func unversioned(name string) string {
	for _, ending := range [...]string{"_v2", "V2", "Policy"} {
		name = strings.TrimSuffix(name, ending)
	}
	return name
}

// given yields the ARNs or names of the policies that a resource attaches or looks up.
func given(r *model.Resource) iter.Seq[model.Value] {
	switch r.Type {
	case "aws_iam_role":
		return view.AttachedToRole(r)
	case "aws_ssoadmin_managed_policy_attachment":
		return r.Each("managed_policy_arn")
	case "aws_iam_role_policy_attachments_exclusive", "aws_iam_user_policy_attachments_exclusive", "aws_iam_group_policy_attachments_exclusive":
		return r.Each("policy_arns")
	case "aws_iam_policy":
		return view.LookedUp(r)
	}
	return view.AttachedBy(r)
}
