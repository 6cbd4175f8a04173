package iam

import (
	"iter"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

// forbidManaged forbids that certain policies of AWS are given to an identity, or
// looked up for it.
type forbidManaged struct {
	Names  string // separated by spaces
	Suffix string // of a name, "" for none
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
		for name := range strings.FieldsSeq(c.Names) {
			is := func(s string) bool { return view.ManagedName(s) == name }
			p.Forbid(policy.Satisfies(is), policy, "%s is attached", name)
		}
		if c.Suffix != "" {
			ends := func(s string) bool { return strings.HasSuffix(view.ManagedName(s), c.Suffix) }
			name, _ := policy.Data.(string)
			p.Forbid(policy.Satisfies(ends), policy, "%s is attached", view.ManagedName(name))
		}
	}
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
