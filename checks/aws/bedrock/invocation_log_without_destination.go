package bedrock

import "github.com/lintel-iac/lintel/checks"

var InvocationLogWithoutDestination = &checks.Check{
	Title:    "Calls of Bedrock models are logged nowhere",
	Severity: checks.Medium,
	Why:      "What was asked and answered, by whom, cannot be found out afterwards.",
	Fix: checks.Fix{
		Terraform: `Add the block "cloudwatch_config" or "s3_config".`,
		Live:      `Run "aws bedrock put-model-invocation-logging-configuration" with a destination.`,
	},
	Aliases:    checks.Aliases{Prowler: "bedrock_model_invocation_logging_enabled"},
	References: []string{"https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html"},
	Since:      "0.1",
	Rule:       checks.RequireOne{Type: "aws_bedrock_model_invocation_logging_configuration", Of: []checks.Condition{{Path: "logging_config.cloudwatch_config"}, {Path: "logging_config.s3_config"}}},
}
