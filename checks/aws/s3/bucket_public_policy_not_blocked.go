package s3

import "github.com/lintel-iac/lintel/checks"

var BucketPublicPolicyNotBlocked = &checks.Check{
	Title:    "S3 bucket does not refuse public bucket policies",
	Severity: checks.Medium,
	Why:      "One policy with a wildcard for its principal opens the whole bucket to everyone.",
	Fix: checks.Fix{
		Terraform:      `Set "block_public_policy = true" in the bucket's "aws_s3_bucket_public_access_block".`,
		CloudFormation: `Set "BlockPublicPolicy: true" in "PublicAccessBlockConfiguration".`,
		Live:           `Run "aws s3api put-public-access-block" with BlockPublicPolicy=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_54 CKV2_AWS_6",
		KICS:    "1a4bc881-9f69-4d44-8c9a-d37d08f54c50 860ba89b-b8de-4e72-af54-d6aee4138a69",
		Trivy:   "AVD-AWS-0087 AVD-AWS-0094",
		Guard:   "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED S3_BUCKET_PUBLIC_READ_PROHIBITED S3_BUCKET_PUBLIC_WRITE_PROHIBITED",
		Regula:  "FG_R00229",
		Prowler: "s3_bucket_level_public_access_block",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"},
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type:      "aws_s3_bucket",
		Companion: "aws_s3_bucket_public_access_block",
		Path:      "public_access_block.block_public_policy",
	},
}
