package cloudfront

import "github.com/lintel-iac/lintel/checks"

var BucketOriginOpen = &checks.Check{
	Title:    "CloudFront reads a bucket as anybody could",
	Severity: checks.Medium,
	Why: "The bucket has to be public for that, and whoever asks it directly goes past the firewall, the logs " +
		"and the limits of the distribution.",
	Fix: checks.Fix{
		Terraform:      `Name an "aws_cloudfront_origin_access_control" as "origin_access_control_id", and close the bucket.`,
		CloudFormation: `Name an "AWS::CloudFront::OriginAccessControl" as "OriginAccessControlId", and close the bucket.`,
		Live:           "Create an origin access control in the settings of the origin, and close the bucket.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_46",
		Guard:   "CLOUDFRONT_ORIGIN_ACCESS_IDENTITY_ENABLED",
		Prowler: "cloudfront_distributions_s3_origin_access_control",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html"},
	Since:      "0.1",
	Rule: checks.RequireSet{
		Type: "aws_cloudfront_distribution", Each: "origin", Path: "origin_access_control_id",
		When: []checks.Condition{
			{Path: "custom_origin_config", Empty: true}, {Path: "vpc_origin_config", Empty: true},
			{Path: "s3_origin_config.origin_access_identity", Empty: true},
		},
	},
}
