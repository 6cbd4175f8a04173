package s3

import "github.com/lintel-iac/lintel/checks"

var BucketAclsEnabled = &checks.Check{
	Title:    "S3 bucket still uses access control lists",
	Severity: checks.Low,
	Why:      "Whoever writes an object may own it, and say who reads it, past the policy of the bucket.",
	Fix: checks.Fix{
		Terraform:      `Set object_ownership = "BucketOwnerEnforced" in an "aws_s3_bucket_ownership_controls".`,
		CloudFormation: `Set "ObjectOwnership: BucketOwnerEnforced" in "OwnershipControls".`,
		Live:           `Run "aws s3api put-bucket-ownership-controls" with BucketOwnerEnforced.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_65",
		Prowler: "s3_bucket_acl_prohibited",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html"},
	Since:      "0.1",
	Rule: checks.ForbidAny{
		Type:      "aws_s3_bucket",
		Companion: "aws_s3_bucket_ownership_controls",
		Path:      "ownership_controls.rule.object_ownership",
		Of:        []string{"BucketOwnerPreferred", "ObjectWriter"},
	},
}
