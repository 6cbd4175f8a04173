package apigateway

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var RouteUnauthenticated = &checks.Check{
	Title:    "Route of an HTTP or WebSocket API can be called by everyone",
	Severity: checks.High,
	Why:      "Nothing asks who calls: anyone on the internet reaches what is behind it.",
	Fix: checks.Fix{
		Terraform:      `Set authorization_type = "AWS_IAM", or "JWT" or "CUSTOM" with an authorizer.`,
		CloudFormation: `Set "AuthorizationType: AWS_IAM", or JWT or CUSTOM with an authorizer; in a definition "security", in SAM "Auth".`,
		Live:           "Attach an authorizer to the route.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_309",
		Prowler: "apigatewayv2_api_authorizers_enabled",
	},
	References: []string{
		"https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html",
		"https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html",
	},
	Since: "0.1",
	Rule: checks.Every{
		checks.Func{On: "aws_apigatewayv2_route", Do: openRoute},
		checks.Func{On: "aws_apigatewayv2_api", Do: openOperations},
	},
}

func openRoute(p *checks.Pass, r *model.Resource) {
	authorization := r.At("authorization_type")
	fault := min(authorization.IsFold("NONE"), asks(r), model.Not(r.At("api_key_required").IsTrue()))
	p.Forbid(fault, authorization, "%s is %v", authorization.Origin.Name, checks.Said(authorization))
}

// asks tells whether a route is one at which callers can be asked who they are: of a
// WebSocket they are when they connect, and not for each message; and browsers ask
// for OPTIONS without credentials.
func asks(r *model.Resource) model.Truth {
	key := r.At("route_key")
	asked := key.Satisfies(func(key string) bool {
		return key == "$connect" || strings.Contains(key, " /") && !strings.HasPrefix(key, "OPTIONS ")
	})
	isHTTP := model.Maybe
	if api := view.API(r); api != nil {
		isHTTP = api.At("protocol_type").IsFold("HTTP")
	}
	return max(asked, min(key.Is("$default"), isHTTP))
}
