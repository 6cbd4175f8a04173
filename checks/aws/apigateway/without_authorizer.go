package apigateway

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var WithoutAuthorizer = &checks.Check{
	Title:    "REST API has no authorizer",
	Severity: checks.Low,
	Why:      "Its methods can ask for signatures of AWS at most, which browsers and other companies do not have.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_api_gateway_authorizer" with the API as "rest_api_id".`,
		CloudFormation: `Add an "AWS::ApiGateway::Authorizer" with the API as "RestApiId".`,
		Live:           `Run "aws apigateway create-authorizer".`,
	},
	Aliases: checks.Aliases{
		KICS:    "7fd0d461-5b8c-4815-898c-f2b4b117eb28 0a96ce49-4163-4ee6-8169-eb3b0797d694",
		Prowler: "apigateway_restapi_authorizers_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_api_gateway_rest_api aws_apigatewayv2_api", Do: withoutAuthorizer},
}

func withoutAuthorizer(p *checks.Pass, api *model.Resource) {
	at := api.At("authorizer")
	declared, defined := checks.Declared(api, "authorizer"), view.HasAuthorizer(api)
	if declared == model.No && defined == model.Maybe {
		at = view.Definition(api)
	}
	p.Require(max(declared, defined), at, "no authorizer is declared")
}
