package ecs

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var ServiceRoleInlinePolicy = &checks.Check{
	Title:    "Role of an ECS service has a policy of its own instead of a managed one",
	Severity: checks.Low,
	Why: "A policy that stands in the role alone has no versions, and is missed where managed policies are reviewed; " +
		"AWS keeps one for services that register with a load balancer.",
	Fix: checks.Fix{
		Terraform:      `Attach a managed policy by "aws_iam_role_policy_attachment", or leave out "iam_role": ECS then uses its service-linked role.`,
		CloudFormation: `Name a managed policy in "ManagedPolicyArns", or leave out "Role": ECS then uses its service-linked role.`,
		Live:           "Attach a managed policy to the role, then delete the inline one.",
	},
	Aliases: checks.Aliases{
		KICS: "9e8c89b3-7997-4d15-93e4-7911b9db99fd",
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
		"https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html",
	},
	Opinion: true,
	Since:   "0.1",
	Rule:    checks.Func{On: "aws_ecs_service", Do: inlineInRole},
}

func inlineInRole(p *checks.Pass, r *model.Resource) {
	named := r.At("iam_role")
	p.Forbid(model.No, named, "")
	if r.Scope.Format == model.Live && named.State == model.Unknown { // which role it is was not seen
		p.Forbid(model.Maybe, named, "the role may have a policy of its own")
	}
	for role := range view.Roles(r, "iam_role") {
		for policy := range role.Each("policy") {
			p.Forbid(policy.IsSet(), named, "%s has a policy of its own", role.Address)
			p.Beside(role)
		}
	}
	for _, policy := range p.Scope.OfType("aws_iam_role_policy") {
		same := min(model.Is(policy.Owner == nil), model.Links(policy.At("role"), named))
		p.Forbid(same, named, "%s is of the role alone", policy.Address)
		p.Beside(policy)
	}
}
