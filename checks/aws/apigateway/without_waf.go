package apigateway

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
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
	guarded := max(checks.Declared(r, "web_acl_association"), associated(r))
	p.Require(max(guarded, private(r)), r.At("web_acl_association"), "no web ACL is associated")
}

// private asks whether a stage is of an API that VPC endpoints alone lead to.
func private(stage *model.Resource) model.Truth {
	api := view.API(stage)
	if api == nil {
		return model.No
	}
	return api.At("endpoint_configuration.types").Contains("PRIVATE")
}

// associated asks whether an association names the stage by the end of an ARN that
// its author put together: a stage has no attribute in CloudFormation that is one.
func associated(r *model.Resource) model.Truth {
	name, _ := r.At("stage_name").Data.(string)
	if name == "" {
		return model.No
	}
	for _, typ := range [...]string{"aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association"} {
		for _, association := range r.Scope.OfType(typ) {
			arn := association.At("resource_arn")
			end, _ := arn.Data.(string)
			if arn.Why != nil {
				end = arn.Why.Suffix
			}
			if strings.HasSuffix(end, "/stages/"+name) {
				return model.Yes
			}
		}
	}
	return model.No
}
