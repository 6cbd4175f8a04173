package s3

import "github.com/lintel-iac/lintel/checks"

var BucketPublicACLsNotIgnored = &checks.Check{
	Title:    "S3 bucket obeys public access control lists",
	Severity: checks.Medium,
	Why:      "A list that was made public before public lists were blocked, on the bucket or on one object, keeps working.",
	Fix: checks.Fix{
		Terraform:      `Set "ignore_public_acls = true" in the bucket's "aws_s3_bucket_public_access_block".`,
		CloudFormation: `Set "IgnorePublicAcls: true" in "PublicAccessBlockConfiguration".`,
		Live:           `Run "aws s3api put-public-access-block" with IgnorePublicAcls=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_55",
		KICS:    "4fa66806-0dd9-4f8d-9480-3174d39c7c91 6c8d51af-218d-4bfb-94a9-94eabaa0703a",
		Trivy:   "AVD-AWS-0091",
		Guard:   "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED S3_BUCKET_PUBLIC_READ_PROHIBITED S3_BUCKET_PUBLIC_WRITE_PROHIBITED",
		Regula:  "FG_R00229",
		Prowler: "s3_bucket_level_public_access_block",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"},
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type:      "aws_s3_bucket",
		Companion: "aws_s3_bucket_public_access_block",
		Path:      "public_access_block.ignore_public_acls",
	},
}
