package apigateway

import "github.com/lintel-iac/lintel/checks"

var MethodWithoutValidation = &checks.Check{
	Title:    "Method of a REST API passes on requests unread",
	Severity: checks.Low,
	Why:      "Every request, however malformed, reaches what is behind it.",
	Fix: checks.Fix{
		Terraform:      `Name an "aws_api_gateway_request_validator" as "request_validator_id".`,
		CloudFormation: `Name an "AWS::ApiGateway::RequestValidator" as "RequestValidatorId".`,
		Live:           "Choose a request validator in the settings of the method, and deploy the API.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_53",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireSet{
		Type: "aws_api_gateway_method", Path: "request_validator_id",
		When: []checks.Condition{{Path: "http_method", NoneOf: []string{"OPTIONS"}}},
	},
}
