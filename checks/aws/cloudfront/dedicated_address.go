package cloudfront

import "github.com/lintel-iac/lintel/checks"

var DedicatedAddress = &checks.Check{
	Title:    "CloudFront distribution answers at dedicated addresses",
	Severity: checks.Low,
	Why:      "They cost 600 dollars a month, and only clients from before 2010 need them.",
	Fix: checks.Fix{
		Terraform:      `Set ssl_support_method = "sni-only".`,
		CloudFormation: `Set "SslSupportMethod: sni-only".`,
		Live:           `Take away "Legacy clients support" in the settings of the distribution.`,
	},
	Aliases: checks.Aliases{
		Guard:   "CLOUDFRONT_SNI_ENABLED",
		Prowler: "cloudfront_distributions_https_sni_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-https-dedicated-ip-or-sni.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidAny{Type: "aws_cloudfront_distribution", Path: "viewer_certificate.ssl_support_method", Of: []string{"vip", "static-ip"}},
}
