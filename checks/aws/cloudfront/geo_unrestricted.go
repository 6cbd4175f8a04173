package cloudfront

import "github.com/lintel-iac/lintel/checks"

var GeoUnrestricted = &checks.Check{
	Title:    "CloudFront distribution serves every country",
	Severity: checks.Low,
	Why:      "Where the customers are in a few countries, the others bring attacks only.",
	Fix: checks.Fix{
		Terraform:      `List countries in the block "geo_restriction", with restriction_type = "whitelist".`,
		CloudFormation: `List countries in "GeoRestriction", with "RestrictionType: whitelist".`,
		Live:           `Choose countries under "Geographic restrictions" of the distribution.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_374",
		KICS:    "7f8843f0-9ea5-42b4-a02b-753055113195",
		Regula:  "FG_R00018",
		Prowler: "cloudfront_distributions_geo_restrictions_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireAny{Type: "aws_cloudfront_distribution", Path: "restrictions.geo_restriction.restriction_type", Of: []string{"whitelist", "blacklist"}},
}
