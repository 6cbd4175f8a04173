package apigateway

import "github.com/lintel-iac/lintel/checks"

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
	Rule:       checks.RequireSet{Type: "aws_api_gateway_stage", Path: "client_certificate_id"},
}
