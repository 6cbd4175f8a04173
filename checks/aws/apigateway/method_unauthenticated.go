// Package apigateway holds the checks of API Gateway, both of its versions.
package apigateway

import "github.com/lintel-iac/lintel/checks"

var MethodUnauthenticated = &checks.Check{
	Title:    "Method of a REST API can be called by everyone",
	Severity: checks.High,
	Why:      "Nothing asks who calls: anyone on the internet reaches what is behind it.",
	Fix: checks.Fix{
		Terraform:      `Set authorization = "AWS_IAM", "COGNITO_USER_POOLS", or "CUSTOM" with an authorizer.`,
		CloudFormation: `Set "AuthorizationType: AWS_IAM", COGNITO_USER_POOLS, or CUSTOM with an authorizer.`,
		Live:           `Run "aws apigateway update-method" for another authorization type, and deploy the API.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_59 CKV2_AWS_70",
		KICS:    "1056dfbb-5802-4762-bf2b-8b9b9684b1b0 15ccec05-5476-4890-ad19-53991eba1db8",
		Trivy:   "AVD-AWS-0004",
		CfnNag:  "W59",
		Guard:   "API_GW_METHOD_AUTHORIZATION_TYPE_RULE",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html"},
	Since:      "0.1",
	Rule: checks.ForbidAny{
		Type: "aws_api_gateway_method", Path: "authorization", Of: []string{"NONE"},
		When: []checks.Condition{{Path: "http_method", NoneOf: []string{"OPTIONS"}}, {Path: "api_key_required", NoneOf: []string{"true"}}},
	},
}
