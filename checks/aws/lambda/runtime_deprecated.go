package lambda

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/checks/lifecycle"
)

var RuntimeDeprecated = &checks.Check{
	Title:    "Lambda function runs on a runtime that gets no more patches",
	Severity: checks.Medium,
	Why: "Holes in the language or its libraries stay open, and one day the function can be neither made nor " +
		"changed.",
	Fix: checks.Fix{
		Terraform:      `Set "runtime" to a current version.`,
		CloudFormation: `Set "Runtime" to a current version.`,
		Live:           `Run "aws lambda update-function-configuration" with --runtime, once the code runs on it.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_363",
		Prowler: "awslambda_function_using_supported_runtimes",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html"},
	Since:      "0.1",
	Rule:       lifecycle.Require{Type: "aws_lambda_function", Path: "runtime", Product: "lambda"},
}
