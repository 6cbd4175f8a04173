package cloudfront

import (
	"strings"

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

func openBucket(p *checks.Pass, r *model.Resource) {
	for control := range checks.Within(r, "origin", "origin_access_control_id") {
		isOpen := min(control.There, control.IsEmpty(), model.Is(!isElsewhere(r, control.Element.At("domain_name"))))
		for _, path := range [...]string{"custom_origin_config", "vpc_origin_config", "s3_origin_config.origin_access_identity"} {
			other := control.Element.At(path)
			isOpen = min(isOpen, other.IsEmpty())
			if other.State == model.Unknown {
				p.HingesOn(other)
			}
		}
		at := control.Reported()
		p.Forbid(isOpen, at, "%s is %v", at.Origin.Name, checks.Said(at))
	}
}

// isElsewhere tells a domain that is no bucket's, by its name or by what all origins refer to.
func isElsewhere(r *model.Resource, domain model.Value) bool {
	if name, written := domain.Data.(string); written {
		return !strings.Contains(name, ".s3.") && !strings.Contains(name, ".s3-")
	}
	others := false
	for ref := range r.RefsAt("origin.domain_name") {
		typ := ref.To
		if target := r.Scope.Resource(ref.To); target != nil {
			typ = target.Type
		}
		if !strings.Contains(typ, "aws_") || strings.Contains(typ, "aws_s3_") {
			return false
		}
		others = true
	}
	return others
}
