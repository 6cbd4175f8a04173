package cloudfront

import "github.com/lintel-iac/lintel/checks"

var WithoutWAF = &checks.Check{
	Title:    "CloudFront distribution has no web application firewall",
	Severity: checks.Low,
	Why:      "Known attacks on web applications, and floods of requests, go straight to the origin.",
	Fix: checks.Fix{
		Terraform:      `Name an "aws_wafv2_web_acl" of the scope CLOUDFRONT as "web_acl_id".`,
		CloudFormation: `Name an "AWS::WAFv2::WebACL" of the scope CLOUDFRONT as "WebACLId".`,
		Live:           `Switch on protection under "Security" of the distribution.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_68",
		KICS:    "0f139403-303f-467c-96bd-e717e6cfd62d 1419b4c6-6d5c-4534-9cf6-6a5266085333",
		Trivy:   "AVD-AWS-0011",
		Regula:  "FG_R00073",
		Prowler: "cloudfront_distributions_using_waf",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_cloudfront_distribution", Path: "web_acl_id"},
}
