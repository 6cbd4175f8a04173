package apigateway

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var WithoutClientCertificate = &checks.Check{
	Title:    "Stage of a REST API does not show a certificate to what is behind it",
	Severity: checks.Low,
	Why:      "The server behind the API cannot tell its requests from those of anybody else who found its address.",
	Fix: checks.Fix{
		Terraform:      `Name an "aws_api_gateway_client_certificate" as "client_certificate_id".`,
		CloudFormation: `Name an "AWS::ApiGateway::ClientCertificate" as "ClientCertificateId".`,
		Live:           "Choose a client certificate in the settings of the stage.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_51",
		KICS:    "ed4c48b8-eccc-4881-95c1-09fdae23db25 0b4869fc-a842-4597-aa00-1294df425440",
		Prowler: "apigateway_restapi_client_certificate_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_api_gateway_stage aws_apigatewayv2_stage", Do: withoutCertificate},
}

// withoutCertificate lets pass the stages of HTTP APIs, which have no certificate to show.
func withoutCertificate(p *checks.Pass, r *model.Resource) {
	shows := model.Yes
	if r.Type == "aws_apigatewayv2_stage" {
		shows = model.Maybe
		if api := view.API(r); api != nil {
			shows = api.At("protocol_type").IsFold("WEBSOCKET")
		}
	}
	certificate := r.At("client_certificate_id")
	p.Forbid(min(shows, certificate.IsEmpty()), certificate, "%s is %v", certificate.Origin.Name, checks.Said(certificate))
}
