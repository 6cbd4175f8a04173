package apigateway

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var DomainTLSOutdated = &checks.Check{
	Title:    "Domain of an API accepts TLS 1.0 or 1.1",
	Severity: checks.Medium,
	Why:      "Both are broken by known attacks, and no current client needs them.",
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
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_api_gateway_domain_name aws_apigatewayv2_domain_name", Do: outdatedDomain},
}

func outdatedDomain(p *checks.Pass, r *model.Resource) {
	path := "security_policy"
	if r.Type == "aws_apigatewayv2_domain_name" {
		path = "domain_name_configuration.security_policy"
	}
	for v := range r.All(path) {
		p.Forbid(v.IsFold("TLS_1_0"), v, "%s is %v", v.Origin.Name, v)
	}
}
