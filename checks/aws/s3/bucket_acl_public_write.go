package s3

import "github.com/lintel-iac/lintel/checks"

var BucketACLPublicWrite = &checks.Check{
	Title:    "S3 bucket can be written by everyone by its access control list",
	Severity: checks.Critical,
	Why:      "Anyone on the internet can put objects there, overwrite them and delete them, at the cost of the owner.",
	Fix: checks.Fix{
		Terraform:      `Set acl = "private", and grant access by a bucket policy that names its principals.`,
		CloudFormation: `Leave out "AccessControl", and grant access by a bucket policy that names its principals.`,
		Live:           `Run "aws s3api put-bucket-acl" with --acl private.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_20 CKV_AWS_57",
		KICS:    "38c5ee0d-7f22-4260-ab72-5073048df100 07dda8de-d90d-469e-9b37-1aca53526ced",
		Trivy:   "AVD-AWS-0092",
		CfnNag:  "F14",
		Guard:   "S3_BUCKET_NO_PUBLIC_RW_ACL S3_BUCKET_PUBLIC_READ_ACL",
		Regula:  "FG_R00277 FG_R00279",
		Prowler: "s3_bucket_public_write_acl",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html",
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
	},
	Since: "0.1",
	Rule:  publicWrite,
}
