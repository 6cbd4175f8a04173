package cloudformation

import "github.com/lintel-iac/lintel/checks"

var StackNotRetained = &checks.Check{
	Title:    "Stack is deleted with its instance in the stack set",
	Severity: checks.Low,
	Why:      "Taking an account out of the set deletes what the stack made there, data included.",
	Fix: checks.Fix{
		Terraform:      `Set "retain_stack = true".`,
		CloudFormation: `Set "RetainStacksOnAccountRemoval: true" in "AutoDeployment" of the stack set.`,
		Live:           `Run "aws cloudformation delete-stack-instances" with --retain-stacks.`,
	},
	Aliases: checks.Aliases{
		KICS: "6e0e2f68-3fd9-4cd8-a5e4-e2213ef0df97",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stackinstances-delete.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_cloudformation_stack_set_instance", Path: "retain_stack"},
}
