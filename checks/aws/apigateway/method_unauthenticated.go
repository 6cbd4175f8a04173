// Package apigateway holds the checks of API Gateway, both of its versions.
package apigateway

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var MethodUnauthenticated = &checks.Check{
	Title:    "Method of a REST API can be called by everyone",
	Severity: checks.High,
	Why:      "Nothing asks who calls: anyone on the internet reaches what is behind it.",
	Fix: checks.Fix{
		Terraform:      `Set authorization = "AWS_IAM", "COGNITO_USER_POOLS", or "CUSTOM" with an authorizer.`,
		CloudFormation: `Set "AuthorizationType: AWS_IAM", COGNITO_USER_POOLS, or CUSTOM with an authorizer; in a definition "security", in SAM "Auth".`,
		Live:           `Run "aws apigateway update-method" for another authorization type, and deploy the API.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_59 CKV2_AWS_70",
		KICS:    "1056dfbb-5802-4762-bf2b-8b9b9684b1b0 15ccec05-5476-4890-ad19-53991eba1db8",
		Trivy:   "AVD-AWS-0004",
		CfnNag:  "W59",
		Guard:   "API_GW_METHOD_AUTHORIZATION_TYPE_RULE",
	},
	References: []string{
		"https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html",
		"https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-auth.html",
	},
	Since: "0.1",
	Rule: checks.Every{
		checks.ForbidAny{ // browsers send OPTIONS without credentials, and API Gateway refuses any other method
			Type: "aws_api_gateway_method", Path: "authorization", Of: []string{"NONE"},
			When: []checks.Condition{{Path: "http_method", Of: []string{"ANY", "DELETE", "GET", "HEAD", "PATCH", "POST", "PUT"}}, {Path: "api_key_required", NoneOf: []string{"true"}}},
		},
		checks.Func{On: "aws_api_gateway_rest_api", Do: openOperations},
	},
}

// openOperations judges the methods of an API that is made of an OpenAPI definition.
// Browsers ask for OPTIONS without credentials.
func openOperations(p *checks.Pass, api *model.Resource) {
	if body := view.Definition(api); body.State == model.Unknown {
		p.Forbid(model.Maybe, body, "what %s defines is not known", body.Origin.Name)
	}
	for _, o := range view.Operations(api) {
		if !strings.HasPrefix(o.Name, "OPTIONS ") {
			p.Forbid(o.Open, o.At("security"), "%s asks nobody who calls", o.Name)
		}
	}
}
