package sagemaker

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var NotebookRoleWide = &checks.Check{
	Title:    "SageMaker notebook has a role that may do all of a service",
	Severity: checks.Medium,
	Why:      "Whoever can open the notebook, or gets code into it, reads and changes what has nothing to do with it.",
	Fix: checks.Fix{
		Terraform:      "Give the role a policy that lists what is needed, and on what.",
		CloudFormation: "Give the role a policy that lists what is needed, and on what.",
		Live:           "Attach a policy that lists what is needed to the role, then detach the broad one.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_68",
	},
	References: []string{"https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_sagemaker_notebook_instance", Do: wideRole},
}

func wideRole(p *checks.Pass, r *model.Resource) {
	at := r.At("role_arn")
	if r.Scope.Format == model.Live && at.State == model.Unknown { // which role it is was not seen
		p.Forbid(model.Maybe, at, "the role may do all of a service")
	}
	for role := range view.Roles(r, "role_arn") {
		p.Forbid(wide(role), at, "the role may do all of a service")
	}
}

// wide asks whether a policy of the role allows all of a service on all resources.
func wide(role *model.Resource) model.Truth {
	found := model.No
	for document := range view.RolePolicies(role) {
		for s := range document.Statements() {
			found = max(found, min(s.Allows(), s.ServiceWildcard(), s.AllResources(), model.Not(s.Condition().IsSet())))
		}
	}
	return found
}
