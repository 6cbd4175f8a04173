package cloudformation

import "github.com/lintel-iac/lintel/checks"

var StackWithoutPolicy = &checks.Check{
	Title:    "CloudFormation stack has no stack policy",
	Severity: checks.Low,
	Why:      "A careless update can replace or delete what must stay, such as a database.",
	Fix: checks.Fix{
		Terraform:      `Set "policy_body" or "policy_url".`,
		CloudFormation: `A nested stack takes none: set it by the API, as below.`,
		Live:           `Run "aws cloudformation set-stack-policy".`,
	},
	Aliases: checks.Aliases{
		KICS: "2f01fb2d-828a-499d-b98e-b83747305052",
	},
	References: []string{"https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireOne{Type: "aws_cloudformation_stack", Of: []checks.Condition{{Path: "policy_body"}, {Path: "policy_url"}}},
}
