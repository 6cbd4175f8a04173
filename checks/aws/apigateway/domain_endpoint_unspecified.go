package apigateway

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

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
	Rule:       checks.Func{On: "aws_api_gateway_domain_name", Do: unspecifiedEndpoint},
}

func unspecifiedEndpoint(p *checks.Pass, r *model.Resource) {
	types := r.At("endpoint_configuration.types")
	said := max(types.Contains("REGIONAL"), types.Contains("EDGE"), types.Contains("PRIVATE"))
	p.Require(said, types, "%s is %v", types.Origin.Name, checks.Said(types))
}
