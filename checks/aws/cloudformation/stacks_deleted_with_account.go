package cloudformation

import "github.com/lintel-iac/lintel/checks"

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
	Rule: checks.RequireTrue{
		Type: "aws_cloudformation_stack_set", Path: "auto_deployment.retain_stacks_on_account_removal",
		When: []checks.Condition{{Path: "auto_deployment.enabled", Of: []string{"true"}}},
	},
}
