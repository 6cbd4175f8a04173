// Package globalaccelerator holds the checks of Global Accelerator.
package globalaccelerator

import "github.com/lintel-iac/lintel/checks"

var FlowLogsDisabled = &checks.Check{
	Title:    "Global Accelerator has no flow logs",
	Severity: checks.Low,
	Why:      "After an attack nobody can tell who connected, and from where.",
	Fix: checks.Fix{
		Terraform:      `Set "flow_logs_enabled = true" and a bucket in the block "attributes".`,
		CloudFormation: `Set "FlowLogsEnabled: true" and "FlowLogsS3Bucket".`,
		Live:           `Run "aws globalaccelerator update-accelerator-attributes" with --flow-logs-enabled.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_75",
		KICS:    "96e8183b-e985-457b-90cd-61c0503a3369",
	},
	References: []string{"https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_globalaccelerator_accelerator", Path: "attributes.flow_logs_enabled"},
}
