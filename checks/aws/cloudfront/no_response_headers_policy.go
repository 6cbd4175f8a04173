package cloudfront

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var NoResponseHeadersPolicy = &checks.Check{
	Title:    "CloudFront distribution adds no security headers",
	Severity: checks.Low,
	Why:      "Whether browsers are told to use HTTPS, and not to frame the page, is left to each origin.",
	Fix: checks.Fix{
		Terraform:      `Name an "aws_cloudfront_response_headers_policy" as "response_headers_policy_id".`,
		CloudFormation: `Name a policy as "ResponseHeadersPolicyId".`,
		Live:           "Choose a response headers policy in every behavior.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_32",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-response-headers.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_cloudfront_distribution", Do: withoutHeaders},
}

func withoutHeaders(p *checks.Pass, r *model.Resource) {
	first := r.At("default_cache_behavior.response_headers_policy_id")
	p.Forbid(first.IsEmpty(), first, "%s is %v", first.Origin.Name, checks.Said(first))
	for v := range checks.Within(r, "ordered_cache_behavior", "response_headers_policy_id") {
		at := v.Reported()
		p.Forbid(min(v.There, v.IsEmpty()), at, "%s is %v", at.Origin.Name, checks.Said(at))
	}
}
