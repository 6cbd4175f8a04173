package apigateway

import "github.com/lintel-iac/lintel/checks"

var ExecutionLogsDisabled = &checks.Check{
	Title:    "Stage of a REST API does not log what happens to requests",
	Severity: checks.Low,
	Why:      "When a method fails or is abused, nobody can tell which step of it did what.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_api_gateway_method_settings" with logging_level = "ERROR", or "INFO".`,
		CloudFormation: `Set "LoggingLevel: ERROR", or INFO, in "MethodSettings".`,
		Live:           "Choose a log level in the settings of the stage.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_4",
		KICS:    "982aa526-6970-4c59-8b9b-2ce7e019fe36 1b6799eb-4a7a-4b04-9001-8cceb9999326",
		Guard:   "API_GW_EXECUTION_LOGGING_ENABLED",
		Prowler: "apigateway_restapi_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html"},
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_api_gateway_stage", Companion: "aws_api_gateway_method_settings", Path: "method_settings.settings.logging_level", Of: []string{"ERROR", "INFO"}},
}
