package lambda

import "github.com/lintel-iac/lintel/checks"

var RoleShared = &checks.Check{
	Title:    "Lambda functions share a role",
	Severity: checks.Low,
	Why:      "Each of them may do what any of them needs, so a hole in one opens the data of all.",
	Fix: checks.Fix{
		Terraform:      `Make an "aws_iam_role" for each function.`,
		CloudFormation: `Make an "AWS::IAM::Role" for each function.`,
		Live:           `Make a role for each function, and run "aws lambda update-function-configuration" with --role.`,
	},
	Aliases: checks.Aliases{
		KICS: "4ba74f01-aba5-4be2-83bc-be79ff1a3b92 ae03f542-1423-402f-9cef-c834e7ee9583",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidShared{Type: "aws_lambda_function", Path: "role", Says: "%s has the same role"},
}
