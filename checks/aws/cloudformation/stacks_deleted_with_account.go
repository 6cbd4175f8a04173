package cloudformation

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var StacksDeletedWithAccount = &checks.Check{
	Title:    "Stacks of a stack set are deleted when their account leaves the organizational unit",
	Severity: checks.Low,
	Why:      "Moving an account to another unit then takes its resources away, data included.",
	Fix: checks.Fix{
		Terraform:      `Set "retain_stacks_on_account_removal = true" in "auto_deployment".`,
		CloudFormation: `Set "RetainStacksOnAccountRemoval: true" in "AutoDeployment".`,
		Live:           `Run "aws cloudformation update-stack-set" with --auto-deployment Enabled=true,RetainStacksOnAccountRemoval=true.`,
	},
	Aliases:    checks.Aliases{KICS: "fe974ae9-858e-4991-bbd5-e040a834679f"},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-manage-auto-deployment.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_cloudformation_stack_set", Do: deletedWithAccount},
}

func deletedWithAccount(p *checks.Pass, r *model.Resource) {
	kept := r.At("auto_deployment.retain_stacks_on_account_removal")
	deployed := r.At("auto_deployment.enabled").IsTrue()
	p.Forbid(min(deployed, model.Not(kept.IsTrue())), kept, "%s is %v", kept.Origin.Name, checks.Said(kept))
}
