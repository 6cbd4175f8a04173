package apigateway

import "github.com/lintel-iac/lintel/checks"

var DomainTLSUnspecified = &checks.Check{
	Title:    "Domain of a REST API leaves its TLS version to AWS",
	Severity: checks.Low,
	Why: "A new domain starts at TLS 1.2. One that was made otherwise, or changed by hand since, keeps what it has: nothing " +
		"in the code would say so, or put it right.",
	Fix: checks.Fix{
		Terraform:      `Set security_policy = "TLS_1_2", or a policy that starts at TLS 1.3.`,
		CloudFormation: `Set "SecurityPolicy: TLS_1_2", or a policy that starts at TLS 1.3.`,
		Live:           `Run "aws apigateway update-domain-name" with op=replace,path=/securityPolicy,value=TLS_1_2.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_206",
		KICS:    "8275fab0-68ec-4705-bbf4-86975edb170e 4e1cc5d3-2811-4fb2-861c-ee9b3cb7f90b",
		Trivy:   "AVD-AWS-0112 AVD-AWS-0005",
		CfnNag:  "W62",
		Guard:   "API_GW_DOMAIN_DENY_NON_TLS_TRAFFIC",
		Regula:  "FG_R00375 FG_R00376",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies-list.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_api_gateway_domain_name", Path: "security_policy"},
}
