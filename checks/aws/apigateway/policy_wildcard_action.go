package apigateway

import "github.com/lintel-iac/lintel/checks"

var PolicyWildcardAction = &checks.Check{
	Title:    "Policy of a REST API allows all actions",
	Severity: checks.Low,
	Why:      "Whoever is to call the API may empty its cache and use its open connections, too.",
	Fix: checks.Fix{
		Terraform:      `Name the action "execute-api:Invoke".`,
		CloudFormation: `Name the action "execute-api:Invoke".`,
		Live:           `Run "aws apigateway update-rest-api" with a policy that names its actions, and deploy the API.`,
	},
	Aliases: checks.Aliases{
		KICS: "b161c11b-a59b-4431-9a29-4e19f63e6b27",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-using-iam-policies-to-invoke-api.html"},
	Since:      "0.1",
	Rule:       checks.ForbidWildcardAction{Type: "aws_api_gateway_rest_api", Companion: "aws_api_gateway_rest_api_policy", Path: "policy.policy"},
}
