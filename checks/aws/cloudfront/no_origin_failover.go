package cloudfront

import "github.com/lintel-iac/lintel/checks"

var NoOriginFailover = &checks.Check{
	Title:    "CloudFront distribution has no second origin to fall back on",
	Severity: checks.Low,
	Why:      "When the origin fails, so does the site.",
	Fix: checks.Fix{
		Terraform:      `Add an "origin_group" with two members, and make it a target.`,
		CloudFormation: `Add an "OriginGroups" with two members, and make it a target.`,
		Live:           "Create an origin group, and make it the target of the behaviors.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_310",
		Guard:   "CLOUDFRONT_ORIGIN_FAILOVER_ENABLED",
		Prowler: "cloudfront_distributions_multiple_origin_failover_configured",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_cloudfront_distribution", Path: "origin_group"},
}
