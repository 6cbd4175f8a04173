package cloudfront

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var OriginPlainHTTP = &checks.Check{
	Title:    "CloudFront fetches from its origin by plain HTTP",
	Severity: checks.Medium,
	Why: "The way from the edge to the origin leads through the internet: whoever sits on it reads and changes " +
		"what is served to everyone.",
	Fix: checks.Fix{
		Terraform:      `Set origin_protocol_policy = "https-only".`,
		CloudFormation: `Set "OriginProtocolPolicy: https-only".`,
		Live:           `Edit the origin, and choose "HTTPS only".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_72",
		Regula:  "FG_R00010",
		Prowler: "cloudfront_distributions_origin_traffic_encrypted",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_cloudfront_distribution", Do: plainOrigin},
}

// plainOrigin lets pass an origin that is asked as viewers ask, where these
// cannot use HTTP.
func plainOrigin(p *checks.Pass, r *model.Resource) {
	plain := model.No
	for _, behaviors := range [...]string{"default_cache_behavior", "ordered_cache_behavior"} {
		for v := range checks.Within(r, behaviors, "viewer_protocol_policy") {
			plain = max(plain, min(v.There, v.IsFold("allow-all")))
		}
	}
	for v := range checks.Within(r, "origin.custom_origin_config", "origin_protocol_policy") {
		at := v.Reported()
		fault := max(v.IsFold("http-only"), min(v.IsFold("match-viewer"), plain))
		p.Forbid(min(v.There, fault), at, "%s is %v", at.Origin.Name, checks.Said(at))
	}
}
