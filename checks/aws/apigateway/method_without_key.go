package apigateway

import "github.com/lintel-iac/lintel/checks"

var MethodWithoutKey = &checks.Check{
	Title:    "Method of a REST API asks for no API key",
	Severity: checks.Low,
	Why:      "Without keys no caller can be held to a quota.",
	Fix: checks.Fix{
		Terraform:      `Set "api_key_required = true", and hand out keys with a usage plan.`,
		CloudFormation: `Set "ApiKeyRequired: true", and hand out keys with a usage plan.`,
		Live:           `Run "aws apigateway update-method" for apiKeyRequired, and deploy the API.`,
	},
	Aliases: checks.Aliases{
		KICS: "3641d5b4-d339-4bc2-bfb9-208fe8d3477f 671211c5-5d2a-4e97-8867-30fc28b02216",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type: "aws_api_gateway_method", Path: "api_key_required",
		When: []checks.Condition{{Path: "http_method", NoneOf: []string{"OPTIONS"}}},
	},
}
