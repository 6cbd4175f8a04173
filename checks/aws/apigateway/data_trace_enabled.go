package apigateway

import "github.com/lintel-iac/lintel/checks"

var DataTraceEnabled = &checks.Check{
	Title:    "Stage of a REST API logs whole requests and responses",
	Severity: checks.Medium,
	Why:      "Tokens and personal data stand in the log, for everyone to read who may read logs.",
	Fix: checks.Fix{
		Terraform:      `Set "data_trace_enabled = false".`,
		CloudFormation: `Set "DataTraceEnabled: false" in "MethodSettings".`,
		Live:           "Switch off data tracing in the settings of the stage.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_276",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"},
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_api_gateway_stage", Companion: "aws_api_gateway_method_settings", Path: "method_settings.settings.data_trace_enabled", Of: []string{"true"}},
}
