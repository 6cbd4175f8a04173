// Package lambda holds the checks of Lambda.
package lambda

import "github.com/lintel-iac/lintel/checks"

var TracingDisabled = &checks.Check{
	Title:    "Lambda function is not traced by X-Ray",
	Severity: checks.Low,
	Why:      "Without traces nobody sees which call of a request was slow, failed, or should never have been made.",
	Fix: checks.Fix{
		Terraform:      `Add a block "tracing_config" with mode = "Active".`,
		CloudFormation: `Set "TracingConfig: {Mode: Active}", in a serverless function "Tracing: Active".`,
		Live:           `Switch on active tracing under "Monitoring and operations tools".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_50",
		KICS:    "8152e0cf-d2f0-47ad-96d5-d003a76eabd1 9488c451-074e-4cd3-aee3-7db6104f542c dc1ab429-1481-4540-9b1d-280e3f15f1f8",
		Trivy:   "AVD-AWS-0066 AVD-AWS-0125",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html"},
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_lambda_function", Path: "tracing_config.mode", Of: []string{"Active"}},
}
