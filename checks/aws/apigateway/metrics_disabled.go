package apigateway

import "github.com/lintel-iac/lintel/checks"

var MetricsDisabled = &checks.Check{
	Title:    "Methods of a REST API are not measured",
	Severity: checks.Low,
	Why:      "A flood of calls, or of failures, to one method is lost in the sums of the whole API.",
	Fix: checks.Fix{
		Terraform:      `Set "metrics_enabled = true" in the block "settings".`,
		CloudFormation: `Set "MetricsEnabled: true" in "MethodSettings".`,
		Live:           "Switch on detailed CloudWatch metrics in the settings of the stage.",
	},
	Aliases: checks.Aliases{
		KICS: "5d3c1807-acb3-4bb0-be4e-0440230feeaf 081069cb-588b-4ce1-884c-2a1ce3029fe5",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-metrics-and-dimensions.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireDeclared{Type: "aws_api_gateway_stage", Path: "method_settings", What: "setting for methods"},
		checks.RequireTrue{
			Type: "aws_api_gateway_stage", Companion: "aws_api_gateway_method_settings",
			Each: "method_settings.settings", Path: "metrics_enabled",
		},
	},
}
