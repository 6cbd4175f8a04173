package apigateway

import "github.com/lintel-iac/lintel/checks"

var TracingDisabled = &checks.Check{
	Title:    "Stage of a REST API is not traced by X-Ray",
	Severity: checks.Low,
	Why:      "Without traces nobody sees which call of a request was slow, failed, or should never have been made.",
	Fix: checks.Fix{
		Terraform:      `Set "xray_tracing_enabled = true".`,
		CloudFormation: `Set "TracingEnabled: true".`,
		Live:           `Run "aws apigateway update-stage" with op=replace,path=/tracingEnabled,value=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_73",
		KICS: "c757c6a3-ac87-4b9d-b28d-e5a5add6a315 4ab10c48-bedb-4deb-8f3b-ff12783b61de " +
			"5813ef56-fa94-406a-b35d-977d4a56ff2b",
		Trivy:   "AVD-AWS-0111 AVD-AWS-0003",
		Prowler: "apigateway_restapi_tracing_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html"},
	Since:      "0.1",
	Rule:       checks.RequireTrue{Type: "aws_api_gateway_stage", Path: "xray_tracing_enabled"},
}
