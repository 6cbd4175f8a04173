package apigateway

import "github.com/lintel-iac/lintel/checks"

var MetricsDisabled = &checks.Check{
	Title:    "Stage of a REST API keeps no metrics of its methods",
	Severity: checks.Low,
	Why:      "Nobody sees which method fails, gets slow, or is called a thousand times as often as yesterday.",
	Fix: checks.Fix{
		Terraform:      `Set "metrics_enabled = true" in the settings of the methods.`,
		CloudFormation: `Set "MetricsEnabled: true" in "MethodSettings".`,
		Live:           "Switch on detailed metrics in the settings of the stage.",
	},
	Aliases: checks.Aliases{
		KICS: "081069cb-588b-4ce1-884c-2a1ce3029fe5 5d3c1807-acb3-4bb0-be4e-0440230feeaf",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type: "aws_api_gateway_stage", Companion: "aws_api_gateway_method_settings", Path: "method_settings.settings.metrics_enabled",
	},
}
