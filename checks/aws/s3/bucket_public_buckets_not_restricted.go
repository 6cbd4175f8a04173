package s3

import "github.com/lintel-iac/lintel/checks"

var BucketPublicBucketsNotRestricted = &checks.Check{
	Title:    "S3 bucket is not restricted while its policy is public",
	Severity: checks.Medium,
	Why:      "A policy that was made public before public policies were blocked keeps working for everyone, in every account.",
	Fix: checks.Fix{
		Terraform:      `Set "restrict_public_buckets = true" in the bucket's "aws_s3_bucket_public_access_block".`,
		CloudFormation: `Set "RestrictPublicBuckets: true" in "PublicAccessBlockConfiguration".`,
		Live:           `Run "aws s3api put-public-access-block" with RestrictPublicBuckets=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_56",
		KICS:    "1ec253ab-c220-4d63-b2de-5b40e0af9293 350cd468-0e2c-44ef-9d22-cfb73a62523c",
		Trivy:   "AVD-AWS-0093",
		Guard:   "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED S3_BUCKET_PUBLIC_READ_PROHIBITED S3_BUCKET_PUBLIC_WRITE_PROHIBITED",
		Regula:  "FG_R00229",
		Prowler: "s3_bucket_level_public_access_block",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"},
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type:      "aws_s3_bucket",
		Companion: "aws_s3_bucket_public_access_block",
		Path:      "public_access_block.restrict_public_buckets",
	},
}
