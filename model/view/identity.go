package view

import "github.com/lintel-iac/lintel/model"

// Privileged asks whether a role, user or group may do everything on everything,
// or everything with one service on all of its resources; at is what gives it that.
func Privileged(identity *model.Resource) (is model.Truth, at model.Value) {
	take := func(t model.Truth, v model.Value) {
		if t > is {
			is, at = t, v
		}
	}
	for document := range RolePolicies(identity) {
		take(document.privileges(), document.Value)
	}
	for arn := range AttachedToRole(identity) {
		take(InSomePartition(arn).Satisfies(func(s string) bool { return ManagedName(s) == "AdministratorAccess" }), arn)
	}
	return is, at
}

// privileges asks whether the document allows all actions, or all of a service,
// on all resources without a condition.
func (d Document) privileges() model.Truth {
	return d.ask(func(form []Statement) model.Truth {
		found := model.No
		for s := range each(form) {
			wide := max(s.AllActions(), s.ServiceWildcard())
			found = max(found, min(s.Allows(), wide, s.AllResources(), model.Not(s.Condition().IsSet())))
		}
		return found
	})
}

// RoleOf is the role that a resource runs as, nil where that is not in the scope:
// of an aws_instance by its profile, of a function by its role.
func RoleOf(r *model.Resource) *model.Resource {
	if r.Type != "aws_instance" {
		return certain(links(r, "role", "aws_iam_role", "arn"))
	}
	profile := certain(links(r, "iam_instance_profile", "aws_iam_instance_profile", "name"))
	if profile == nil {
		return nil
	}
	return certain(links(profile, "role", "aws_iam_role", "name"))
}
