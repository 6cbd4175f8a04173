package sfn

import "github.com/lintel-iac/lintel/checks"

var LoggingDisabled = &checks.Check{
	Title:    "State machine does not log its executions",
	Severity: checks.Low,
	Why:      "When an execution fails or is abused, nobody can tell later what it did.",
	Fix: checks.Fix{
		Terraform:      `Set level = "ERROR", or "ALL", in the block "logging_configuration".`,
		CloudFormation: `Set "LoggingConfiguration" with "Level: ERROR", or ALL.`,
		Live:           `Run "aws stepfunctions update-state-machine" with --logging-configuration.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_285",
		Trivy:   "AVD-AWS-0119",
		Prowler: "stepfunctions_statemachine_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html"},
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_sfn_state_machine", Path: "logging_configuration.level", Of: []string{"ALL", "ERROR", "FATAL"}},
}
