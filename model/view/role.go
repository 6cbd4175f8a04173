package view

import (
	"iter"
	"slices"
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// Roles yields the roles of the scope that an attribute names, by themselves or by an
// instance profile.
func Roles(r *model.Resource, path string) iter.Seq[*model.Resource] {
	return func(yield func(*model.Resource) bool) {
		for ref := range r.RefsAt(path) {
			target := r.Scope.Resource(ref.To)
			if target != nil && target.Type == "aws_iam_instance_profile" {
				for role := range Roles(target, "role") {
					if !yield(role) {
						return
					}
				}
			}
			if target != nil && target.Type == "aws_iam_role" && !yield(target) {
				return
			}
		}
	}
}

// RolePolicies yields the policies of a role that are known: its own, and those of the
// scope that are attached to it.
func RolePolicies(role *model.Resource) iter.Seq[Document] {
	return func(yield func(Document) bool) {
		for policy := range role.Each("policy.policy") {
			if !yield(Policy(policy)) {
				return
			}
		}
		for _, document := range AttachedPolicies(role) {
			if !yield(document) {
				return
			}
		}
	}
}

// Administers asks whether a role may do everything, or may give itself the right to: by a
// statement on all resources, or by AWS's policies for that.
func Administers(role *model.Resource) model.Truth {
	found := model.No
	for document := range RolePolicies(role) {
		for s := range document.Statements() {
			found = max(found, min(s.Allows(), s.AllResources(), max(s.AllActions(), s.Covers(selfService[:]...))))
		}
	}
	for policy := range AttachedToRole(role) {
		found = max(found, InSomePartition(policy).Satisfies(func(arn string) bool { return slices.Contains(administering[:], ManagedName(arn)) }))
	}
	return found
}

// selfService are the actions by each of which a role gives itself whatever it wants, if it
// may do it on all resources.
var selfService = [...]string{"iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:CreatePolicyVersion"}

// administering are the policies of AWS by which one may do everything, or give oneself
// the right to.
var administering = [...]string{"AdministratorAccess", "IAMFullAccess"}

// AttachedPolicies are the policies of the scope that are attached to an identity.
func AttachedPolicies(r *model.Resource) []Document {
	var found []Document
	add := func(by *model.Resource, path string) {
		policies, _ := links(by, path, "aws_iam_policy", "arn")
		for _, policy := range policies {
			if policy.sure {
				found = append(found, Policy(policy.At("policy")))
			}
		}
	}
	if r.Type == "aws_iam_role" {
		add(r, "managed_policy_arns")
	}
	for attachment := range r.Each("policy_attachment") {
		if by := attachment.Origin.Resource; by != nil && by != r {
			add(by, "policy_arn")
		}
	}
	return found
}

// AttachedToRole yields the ARNs or names of policies that a role names itself, and of
// those that are attached to it.
func AttachedToRole(r *model.Resource) iter.Seq[model.Value] {
	return func(yield func(model.Value) bool) {
		for policy := range r.Each("managed_policy_arns") {
			if !isOwnPolicy(r, policy) && !yield(policy) {
				return
			}
		}
		for attachment := range r.Each("policy_attachment") {
			by := attachment.Origin.Resource
			if by == nil || by == r {
				continue
			}
			for policy := range AttachedBy(by) {
				if !yield(policy) {
					return
				}
			}
		}
	}
}

// isOwnPolicy tells that the ARN which a role names is that of a policy of the same
// project.
func isOwnPolicy(r *model.Resource, arn model.Value) bool {
	for ref := range r.RefsAt("managed_policy_arns") {
		policy := r.Scope.Resource(ref.To)
		if policy != nil && policy.Type == "aws_iam_policy" && policy.Mode == model.Managed && IsOf(arn, policy) {
			return true
		}
	}
	return false
}

// AttachedBy yields the policy of an attachment. One of the same project is none
// of AWS's, and one that is looked up is what it is looked up by.
func AttachedBy(r *model.Resource) iter.Seq[model.Value] {
	for ref := range r.RefsAt("policy_arn") {
		policy := r.Scope.Resource(ref.To)
		if !ref.Exact || policy == nil || policy.Type != "aws_iam_policy" {
			continue
		}
		return func(yield func(model.Value) bool) {
			for by := range LookedUp(policy) {
				by.Origin = r.At("policy_arn").Origin
				if !yield(by) {
					return
				}
			}
		}
	}
	return r.Each("policy_arn")
}

// LookedUp yields the name or ARN by which a data source finds its policy.
func LookedUp(r *model.Resource) iter.Seq[model.Value] {
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

// ManagedName is the name of AWS's policy behind an ARN, without the path: "" for
// another one.
func ManagedName(arn string) string {
	parts := strings.SplitN(arn, ":", 6)
	if len(parts) < 6 || parts[4] != "aws" {
		return ""
	}
	return arn[strings.LastIndexByte(arn, '/')+1:]
}

// InSomePartition is the policy of AWS whose ARN leaves open the partition alone: its
// name is the same in each.
func InSomePartition(policy model.Value) model.Value {
	if policy.State != model.Unknown || policy.Why.Prefix != "arn:" || !strings.HasPrefix(policy.Why.Suffix, ":iam::aws:policy/") {
		return policy
	}
	return model.Text("arn:aws"+policy.Why.Suffix, policy.Origin)
}
