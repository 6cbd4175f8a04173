package view

import (
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// Attached are the policies of the scope that are attached to a role, user or
// group.
func Attached(identity *model.Resource) []Document {
	var found []Document
	for attachment := range identity.Each("policy_attachment") {
		by := attachment.Origin.Resource
		if by == nil {
			continue
		}
		policies, _ := links(by, "policy_arn", "aws_iam_policy", "arn")
		for _, policy := range policies {
			if policy.sure {
				found = append(found, Policy(policy.At("policy")))
			}
		}
	}
	return found
}

// Privileged asks whether a role, user or group may do everything on everything,
// or everything with one service on all of its resources; at is what gives it that.
func Privileged(identity *model.Resource) (is model.Truth, at model.Value) {
	take := func(t model.Truth, v model.Value) {
		if t > is {
			is, at = t, v
		}
	}
	for policy := range identity.Each("policy.policy") {
		take(Policy(policy).privileges(), policy)
	}
	for _, document := range Attached(identity) {
		take(document.privileges(), document.Value)
	}
	for _, path := range [...]string{"managed_policy_arns", "policy_attachment.policy_arn"} {
		for arn := range identity.Each(path) {
			take(judge(arn, isAdministratorAccess, noneBegun), arn)
		}
	}
	return is, at
}

// privileges asks whether the document allows all actions, or all of a service,
// on all resources without a condition.
func (d Document) privileges() model.Truth {
	return d.ask(func(form []Statement) model.Truth {
		found := model.No
		for _, s := range form {
			wide := max(s.AllActions(), s.ServiceWildcard())
			found = max(found, min(s.Allows(), wide, s.AllResources(), model.Not(s.Condition.IsSet())))
		}
		return found
	})
}

// isAdministratorAccess tells the policy of AWS that allows everything.
//
// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
func isAdministratorAccess(arn string) model.Truth {
	return model.Is(strings.HasPrefix(arn, "arn:aws") && strings.HasSuffix(arn, ":iam::aws:policy/AdministratorAccess"))
}

// noneBegun is the answer about an ARN that is not known: policies of one's own
// are judged by their documents.
func noneBegun(string) model.Truth { return model.No }

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
