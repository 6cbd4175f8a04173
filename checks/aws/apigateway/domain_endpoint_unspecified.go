package apigateway

import "github.com/lintel-iac/lintel/checks"

var DomainEndpointUnspecified = &checks.Check{
	Title:    "Domain of an API does not say what endpoint it has",
	Severity: checks.Low,
	Why:      "It then is an edge-optimised one, behind a distribution of AWS that you can neither see nor guard.",
	Fix: checks.Fix{
		Terraform:      `Set types = ["REGIONAL"] in the block "endpoint_configuration".`,
		CloudFormation: `Set "EndpointConfiguration: {Types: [REGIONAL]}".`,
		Live:           `Run "aws apigateway update-domain-name" with the type of the endpoint.`,
	},
	Aliases:    checks.Aliases{Guard: "API_GW_ENDPOINT_TYPE_CHECK"},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireElement{Type: "aws_api_gateway_domain_name", Path: "endpoint_configuration.types", Of: []string{"REGIONAL", "EDGE", "PRIVATE"}},
}
