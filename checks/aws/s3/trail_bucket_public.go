package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var TrailBucketPublic = &checks.Check{
	Title:    "Bucket of a CloudTrail trail is open to everyone",
	Severity: checks.Critical,
	Why:      "Strangers read who does what in the account, and an intruder may remove the traces.",
	Fix: checks.Fix{
		Terraform:      `Set acl = "private", and block public access to the bucket.`,
		CloudFormation: `Leave out "AccessControl", and block public access to the bucket.`,
		Live:           `Run "aws s3api put-public-access-block" with all four flags.`,
	},
	Aliases: checks.Aliases{
		KICS:    "bd0088a5-c133-4b20-b129-ec9968b16ef3",
		Trivy:   "AVD-AWS-0161",
		Regula:  "FG_R00028",
		Prowler: "cloudtrail_logs_s3_bucket_is_not_publicly_accessible",
	},
	References: []string{"https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_s3_bucket", Do: trailPublic},
}

func trailPublic(p *checks.Pass, r *model.Resource) {
	if trail := trailOf(r); trail != nil {
		for _, acl := range [...]forbidACL{publicRead, publicWrite, authenticatedRead} {
			acl.Judge(p, r)
		}
		publicPolicy(p, r)
		p.Beside(trail)
	}
}

// trailOf is a trail of the scope that puts its logs into the bucket, or nil.
func trailOf(r *model.Resource) *model.Resource {
	for _, trail := range r.Scope.OfType("aws_cloudtrail") {
		for ref := range trail.RefsAt("s3_bucket_name") {
			if ref.To == r.Address {
				return trail
			}
		}
		name := r.At("bucket")
		if name.State != model.Absent && model.Same(trail.At("s3_bucket_name"), name) {
			return trail
		}
	}
	return nil
}
