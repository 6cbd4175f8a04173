package lambda

import "github.com/lintel-iac/lintel/checks"

var URLCORSOpen = &checks.Check{
	Title:    "URL of a Lambda function may be called by the pages of any site",
	Severity: checks.Medium,
	Why:      "A page that a user happens to open can call the function in that user's name.",
	Fix: checks.Fix{
		Terraform:      `List your own sites in "allow_origins".`,
		CloudFormation: `List your own sites in "AllowOrigins".`,
		Live:           `Run "aws lambda update-function-url-config" with --cors.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_75",
		Prowler: "awslambda_function_url_cors_policy",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_lambda_function", Companion: "aws_lambda_function_url", Each: "url.cors.allow_origins", Of: []string{"*"}},
}
