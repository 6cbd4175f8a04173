package apigateway

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

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
	Rule:       checks.Func{On: "aws_api_gateway_method", Do: unvalidated},
}

func unvalidated(p *checks.Pass, r *model.Resource) {
	validator := r.At("request_validator_id")
	preflight := r.At("http_method").IsFold("OPTIONS")
	p.Forbid(min(model.Not(preflight), validator.IsEmpty()), validator, "%s is %v", validator.Origin.Name, checks.Said(validator))
}
