package s3

import "github.com/lintel-iac/lintel/checks"

var BucketPublicACLsNotBlocked = &checks.Check{
	Title:    "S3 bucket does not refuse public access control lists",
	Severity: checks.Medium,
	Why:      "One upload with a public canned ACL, or one call to change a list, opens objects to everyone.",
	Fix: checks.Fix{
		Terraform:      `Set "block_public_acls = true" in the bucket's "aws_s3_bucket_public_access_block".`,
		CloudFormation: `Set "BlockPublicAcls: true" in "PublicAccessBlockConfiguration".`,
		Live:           `Run "aws s3api put-public-access-block" with BlockPublicAcls=true.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_53 CKV2_AWS_6",
		KICS:    "d0cc8694-fcad-43ff-ac86-32331d7e867f 48f100d9-f499-4c6d-b2b8-deafe47ffb26",
		Trivy:   "AVD-AWS-0086 AVD-AWS-0094",
		Guard:   "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED S3_BUCKET_PUBLIC_READ_PROHIBITED S3_BUCKET_PUBLIC_WRITE_PROHIBITED",
		Regula:  "FG_R00229",
		Prowler: "s3_bucket_level_public_access_block",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"},
	Since:      "0.1",
	Rule: checks.RequireTrue{
		Type:      "aws_s3_bucket",
		Companion: "aws_s3_bucket_public_access_block",
		Path:      "public_access_block.block_public_acls",
	},
}
