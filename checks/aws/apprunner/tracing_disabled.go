package apprunner

import "github.com/lintel-iac/lintel/checks"

var TracingDisabled = &checks.Check{
	Title:    "App Runner service is not traced",
	Severity: checks.Low,
	Why:      "Where time goes, and what a request set off, cannot be followed.",
	Fix: checks.Fix{
		Terraform:      `Set "observability_enabled = true", and name a configuration, in the block "observability_configuration".`,
		CloudFormation: `Set "ObservabilityEnabled: true", and name a configuration, in "ObservabilityConfiguration".`,
		Live:           `Run "aws apprunner update-service" with an observability configuration.`,
	},
	References: []string{"https://docs.aws.amazon.com/apprunner/latest/dg/monitor-xray.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_apprunner_service", Path: "observability_configuration.observability_enabled"},
}
