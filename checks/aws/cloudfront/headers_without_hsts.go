package cloudfront

import "github.com/lintel-iac/lintel/checks"

var HeadersWithoutHSTS = &checks.Check{
	Title:    "Response headers policy does not bind browsers to HTTPS for a year",
	Severity: checks.Low,
	Why:      "The first request of a visit goes out as plain HTTP, where anyone on the way can answer it.",
	Fix: checks.Fix{
		Terraform:      `Add a block "strict_transport_security" with access_control_max_age_sec = 31536000.`,
		CloudFormation: `Set "StrictTransportSecurity" with "AccessControlMaxAgeSec: 31536000".`,
		Live:           "Edit the policy, and switch on Strict-Transport-Security.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_259",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html"},
	Since:      "0.1",
	Rule:       checks.RequireAtLeast{Type: "aws_cloudfront_response_headers_policy", Path: "security_headers_config.strict_transport_security.access_control_max_age_sec", Min: 31536000},
}
