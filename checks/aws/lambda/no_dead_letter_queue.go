package lambda

import "github.com/lintel-iac/lintel/checks"

var NoDeadLetterQueue = &checks.Check{
	Title:    "Events that a Lambda function fails on are lost",
	Severity: checks.Low,
	Why:      "After two more tries Lambda drops the event, and nobody is told.",
	Fix: checks.Fix{
		Terraform:      `Add a block "dead_letter_config", or an "aws_lambda_function_event_invoke_config" with a destination for failures.`,
		CloudFormation: `Set "DeadLetterConfig", or add an "AWS::Lambda::EventInvokeConfig" with a destination for failures.`,
		Live:           `Run "aws lambda put-function-event-invoke-config" with --destination-config.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_116",
		KICS:    "cb2f612b-ed42-4ff5-9fb9-255c73d39a18 c2eae442-d3ba-4cb1-84ca-1db4f80eae3d",
		Guard:   "LAMBDA_DLQ_CHECK",
		Prowler: "awslambda_function_no_dead_letter_queue",
	},
	References: []string{"https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireOne{
		Type: "aws_lambda_function",
		Of:   []checks.Condition{{Path: "dead_letter_config.target_arn"}, {Path: "event_invoke_config.destination_config.on_failure.destination"}},
	},
}
