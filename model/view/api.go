package view

import (
	"strings"

	"github.com/lintel-iac/lintel/model"
)

// API is the REST, HTTP or WebSocket API of which a stage or a route is a part, nil where
// it is not in the scope.
func API(r *model.Resource) *model.Resource {
	if strings.HasPrefix(r.Type, "aws_apigatewayv2_") {
		return certain(links(r, "api_id", "aws_apigatewayv2_api", "id"))
	}
	return certain(links(r, "rest_api_id", "aws_api_gateway_rest_api", "id"))
}
