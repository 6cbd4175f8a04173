package iam

import (
	"iter"
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
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
		policy = inSomePartition(policy)
		for name := range strings.FieldsSeq(c.Names) {
			is := func(s string) bool { return managed(s) == name }
			p.Forbid(policy.Satisfies(is), policy, "%s is attached", name)
		}
		if c.Suffix != "" {
			ends := func(s string) bool { return strings.HasSuffix(managed(s), c.Suffix) }
			name, _ := policy.Data.(string)
			p.Forbid(policy.Satisfies(ends), policy, "%s is attached", managed(name))
		}
	}
}

// given yields the ARNs or names of the policies that a resource attaches or looks up.
func given(r *model.Resource) iter.Seq[model.Value] {
	switch r.Type {
	case "aws_iam_role":
		return givenToRole(r)
	case "aws_ssoadmin_managed_policy_attachment":
		return r.Each("managed_policy_arn")
	case "aws_iam_role_policy_attachments_exclusive", "aws_iam_user_policy_attachments_exclusive", "aws_iam_group_policy_attachments_exclusive":
		return r.Each("policy_arns")
	case "aws_iam_policy":
		return lookedUp(r)
	}
	return attachedBy(r)
}

// givenToRole yields what the role names itself, and what is attached to it.
func givenToRole(r *model.Resource) iter.Seq[model.Value] {
	return func(yield func(model.Value) bool) {
		for policy := range r.Each("managed_policy_arns") {
			if !yield(policy) {
				return
			}
		}
		for attachment := range r.Each("policy_attachment") {
			by := attachment.Origin.Resource
			if by == nil {
				continue
			}
			for policy := range attachedBy(by) {
				if !yield(policy) {
					return
				}
			}
		}
	}
}

// attachedBy yields the policy of an attachment. One of the same project is none
// of AWS's, and one that is looked up is what it is looked up by.
func attachedBy(r *model.Resource) iter.Seq[model.Value] {
	for ref := range r.RefsAt("policy_arn") {
		policy := r.Scope.Resource(ref.To)
		if !ref.Exact || policy == nil || policy.Type != "aws_iam_policy" {
			continue
		}
		return func(yield func(model.Value) bool) {
			for by := range lookedUp(policy) {
				by.Origin = r.At("policy_arn").Origin
				if !yield(by) {
					return
				}
			}
		}
	}
	return r.Each("policy_arn")
}

// lookedUp yields the name or ARN by which a data source finds its policy.
func lookedUp(r *model.Resource) iter.Seq[model.Value] {
	return func(yield func(model.Value) bool) {
		if r.Mode != model.Data {
			return
		}
		for name := range r.Each("name") {
			if name.State == model.Known {
				name.Data = "arn:aws:iam::aws:policy/" + name.String()
			}
			yield(name)
			return
		}
		r.Each("arn")(yield)
	}
}

// managed is the name of AWS's policy behind an ARN, without the path: "" for
// another one.
func managed(arn string) string {
	parts := strings.SplitN(arn, ":", 6)
	if len(parts) < 6 || parts[4] != "aws" {
		return ""
	}
	return arn[strings.LastIndexByte(arn, '/')+1:]
}

// inSomePartition is the policy of AWS whose ARN leaves open the partition alone: its
// name is the same in each.
func inSomePartition(policy model.Value) model.Value {
	if policy.State != model.Unknown || policy.Why.Prefix != "arn:" || !strings.HasPrefix(policy.Why.Suffix, ":iam::aws:policy/") {
		return policy
	}
	return model.Text("arn:aws"+policy.Why.Suffix, policy.Origin)
}
