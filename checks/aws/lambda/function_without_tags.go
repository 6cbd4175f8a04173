package lambda

import "github.com/lintel-iac/lintel/checks"

var FunctionWithoutTags = &checks.Check{
	Title:    "Lambda function has no tags",
	Severity: checks.Low,
	Why:      "Rules about access, cost or ownership that go by tags do not find it.",
	Fix: checks.Fix{
		Terraform:      `Set "tags".`,
		CloudFormation: `Set "Tags".`,
		Live:           `Run "aws lambda tag-resource".`,
	},
	Aliases:    checks.Aliases{KICS: "8df8e857-bd59-44fa-9f4c-d77594b95b46 a71ecabe-03b6-456a-b3bc-d1a39aa20c98"},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_lambda_function", Path: "tags"},
}
