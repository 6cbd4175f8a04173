// Package sfn holds the checks of Step Functions.
package sfn

import "github.com/lintel-iac/lintel/checks"

var TracingDisabled = &checks.Check{
	Title:    "State machine is not traced by X-Ray",
	Severity: checks.Low,
	Why:      "Without traces nobody sees which call of an execution was slow, failed, or should never have been made.",
	Fix: checks.Fix{
		Terraform:      `Set "enabled = true" in the block "tracing_configuration".`,
		CloudFormation: `Set "TracingConfiguration: {Enabled: true}".`,
		Live:           `Run "aws stepfunctions update-state-machine" with --tracing-configuration enabled=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_284",
		Trivy:   "AVD-AWS-0117",
	},
	References: []string{"https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_sfn_state_machine", Path: "tracing_configuration.enabled"},
}
