// Package cloudfront holds the checks of CloudFront.
package cloudfront

import "github.com/lintel-iac/lintel/checks"

var HTTPAllowed = &checks.Check{
	Title:    "CloudFront distribution serves plain HTTP",
	Severity: checks.High,
	Why:      "Whoever sits on the way reads and changes what is sent, passwords and sessions included.",
	Fix: checks.Fix{
		Terraform:      `Set viewer_protocol_policy = "redirect-to-https", or "https-only", in every cache behavior.`,
		CloudFormation: `Set "ViewerProtocolPolicy: redirect-to-https", or https-only, in every cache behavior.`,
		Live:           `Run "aws cloudfront update-distribution" with such a ViewerProtocolPolicy in every cache behavior.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_34",
		KICS:    "55af1353-2f62-4fa0-a8e1-a210ca2708f5 31733ee2-fef0-4e87-9778-65da22a8ecf1 a5366a50-932f-4085-896b-41402714a388",
		Trivy:   "AVD-AWS-0012",
		Guard:   "CLOUDFRONT_VIEWER_POLICY_HTTPS",
		Regula:  "FG_R00011",
		Prowler: "cloudfront_distributions_https_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.ForbidAny{Type: "aws_cloudfront_distribution aws_cloudfront_multitenant_distribution", Each: "default_cache_behavior", Path: "viewer_protocol_policy", Of: []string{"allow-all"}},
		checks.ForbidAny{Type: "aws_cloudfront_distribution", Each: "ordered_cache_behavior", Path: "viewer_protocol_policy", Of: []string{"allow-all"}},
		checks.ForbidAny{Type: "aws_cloudfront_multitenant_distribution", Each: "cache_behavior", Path: "viewer_protocol_policy", Of: []string{"allow-all"}},
	},
}
