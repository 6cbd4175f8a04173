package cloudformation

import "github.com/lintel-iac/lintel/checks"

var StackWithoutTemplate = &checks.Check{
	Title:    "CloudFormation stack has no template",
	Severity: checks.Low,
	Why:      "What the stack holds cannot be read here, and cannot be made anew.",
	Fix: checks.Fix{
		Terraform:      `Set "template_body" or "template_url".`,
		CloudFormation: `Set "TemplateURL".`,
		Live:           `Run "aws cloudformation update-stack" with --template-url.`,
	},
	Aliases: checks.Aliases{
		KICS: "91bea7b8-0c31-4863-adc9-93f6177266c4",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-guide.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireOne{Type: "aws_cloudformation_stack aws_cloudformation_stack_set", Of: []checks.Condition{{Path: "template_body"}, {Path: "template_url"}}},
}
