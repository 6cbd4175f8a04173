package apigateway

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var WithoutWAF = &checks.Check{
	Title:    "Stage of a REST API has no web application firewall",
	Severity: checks.Low,
	Why:      "Known attacks on web applications, and floods of requests, go straight to what is behind it.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_wafv2_web_acl_association" with the stage as "resource_arn".`,
		CloudFormation: `Add an "AWS::WAFv2::WebACLAssociation" with the stage as "ResourceArn".`,
		Live:           `Run "aws wafv2 associate-web-acl".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_29",
		KICS:    "fcbf9019-566c-4832-a65c-af00d8137d2b a186e82c-1078-4a7b-85d8-579561fde884",
		Prowler: "apigateway_restapi_waf_acl_attached",
	},
	References: []string{"https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_api_gateway_stage", Do: withoutWAF},
}

func withoutWAF(p *checks.Pass, r *model.Resource) {
	p.Require(checks.Declared(r, "web_acl_association"), r.At("web_acl_association"), "no web ACL is associated")
}
