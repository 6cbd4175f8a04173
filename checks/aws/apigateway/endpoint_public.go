package apigateway

import "github.com/lintel-iac/lintel/checks"

var EndpointPublic = &checks.Check{
	Title:    "REST API is reachable from the internet",
	Severity: checks.Low,
	Why:      "What only your own systems call should not be there for everyone to try.",
	Fix: checks.Fix{
		Terraform:      `Set types = ["PRIVATE"] in the block "endpoint_configuration", and let a policy name the VPC endpoint.`,
		CloudFormation: `Set "EndpointConfiguration: {Types: [PRIVATE]}", and let a policy name the VPC endpoint.`,
		Live:           "Change the endpoint type of the API to private.",
	},
	Aliases: checks.Aliases{
		KICS: "4a8daf95-709d-4a36-9132-d3e19878fa34 6b2739db-9c49-4db7-b980-7816e0c248c1 " +
			"6b5b0313-771b-4319-ad7a-122ee78700ef",
		Prowler: "apigateway_restapi_public",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireElement{Type: "aws_api_gateway_rest_api", Path: "endpoint_configuration.types", Of: []string{"PRIVATE"}},
}
