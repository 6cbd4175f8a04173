package cloudfront

import "github.com/lintel-iac/lintel/checks"

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
	Rule: checks.Every{
		checks.RequireSet{Type: "aws_cloudfront_distribution", Path: "default_cache_behavior.response_headers_policy_id"},
		checks.RequireSet{Type: "aws_cloudfront_distribution", Each: "ordered_cache_behavior", Path: "response_headers_policy_id"},
	},
}
