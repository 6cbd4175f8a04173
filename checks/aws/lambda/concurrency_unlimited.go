package lambda

import "github.com/lintel-iac/lintel/checks"

var ConcurrencyUnlimited = &checks.Check{
	Title:    "Lambda function may use up the concurrency of the whole account",
	Severity: checks.Low,
	Why:      "One that is called too often stops all the others.",
	Fix: checks.Fix{
		Terraform:      `Set "reserved_concurrent_executions".`,
		CloudFormation: `Set "ReservedConcurrentExecutions".`,
		Live:           `Run "aws lambda put-function-concurrency".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_115",
		CfnNag:  "W92",
		Guard:   "LAMBDA_CONCURRENCY_CHECK",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireAtLeast{Type: "aws_lambda_function", Path: "reserved_concurrent_executions", Min: 0},
}
