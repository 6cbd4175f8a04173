package cloudfront

import "github.com/lintel-iac/lintel/checks"

var OriginTLSOutdated = &checks.Check{
	Title:    "CloudFront lets its origin use SSL 3.0, TLS 1.0 or TLS 1.1",
	Severity: checks.Medium,
	Why:      "They are broken by known attacks, and no current server needs them.",
	Fix: checks.Fix{
		Terraform:      `Set origin_ssl_protocols = ["TLSv1.2"].`,
		CloudFormation: `Set "OriginSSLProtocols: [TLSv1.2]".`,
		Live:           "Edit the origin, and choose TLSv1.2 as the minimum.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_54",
		Prowler: "cloudfront_distributions_using_deprecated_ssl_protocols",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html"},
	Since:      "0.1",
	Rule: checks.ForbidElement{
		Type: "aws_cloudfront_distribution", Each: "origin.custom_origin_config", Path: "origin_ssl_protocols", Of: []string{"SSLv3", "TLSv1", "TLSv1.1"},
		When: []checks.Condition{{Path: "origin_protocol_policy", NoneOf: []string{"http-only"}}},
	},
}
