package cloudfront

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

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
	Rule:       checks.Func{On: "aws_cloudfront_distribution", Do: openBucket},
}

// openBucket takes an origin for a bucket that is configured as no other kind:
// CloudFront asks for a configuration of these.
func openBucket(p *checks.Pass, r *model.Resource) {
	for v := range checks.Within(r, "origin", "origin_access_control_id") {
		other := max(v.Element.At("custom_origin_config").IsSet(), v.Element.At("vpc_origin_config").IsSet())
		identity := v.Element.At("s3_origin_config.origin_access_identity")
		open := min(v.IsEmpty(), identity.IsEmpty())
		p.Forbid(min(v.There, model.Not(other), open), v.Reported(), "%s is not set", v.Origin.Name)
	}
}
