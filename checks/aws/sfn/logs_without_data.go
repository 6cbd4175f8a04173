package sfn

import "github.com/lintel-iac/lintel/checks"

var LogsWithoutData = &checks.Check{
	Title:    "Logs of a state machine leave out what it worked on",
	Severity: checks.Low,
	Why:      "The log says that an execution failed or was abused, but not with which input: its history is gone after 90 days.",
	Fix: checks.Fix{
		Terraform:      `Set "include_execution_data = true" in the block "logging_configuration".`,
		CloudFormation: `Set "IncludeExecutionData: true" in "LoggingConfiguration".`,
		Live:           `Run "aws stepfunctions update-state-machine" with --logging-configuration.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_285",
	},
	References: []string{"https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_sfn_state_machine", Each: "logging_configuration", Path: "include_execution_data"},
}
