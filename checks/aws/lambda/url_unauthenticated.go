package lambda

import "github.com/lintel-iac/lintel/checks"

var URLUnauthenticated = &checks.Check{
	Title:    "URL of a Lambda function can be called by everyone",
	Severity: checks.High,
	Why:      "Nothing asks who calls: anyone on the internet runs the function, at your cost.",
	Fix: checks.Fix{
		Terraform:      `Set authorization_type = "AWS_IAM".`,
		CloudFormation: `Set "AuthType: AWS_IAM".`,
		Live:           `Run "aws lambda update-function-url-config" with --auth-type AWS_IAM.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_258",
		Prowler: "awslambda_function_url_public",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_lambda_function", Companion: "aws_lambda_function_url", Path: "url.authorization_type", Of: []string{"NONE"}},
}
