package s3

import "github.com/lintel-iac/lintel/checks"

var BucketACLAuthenticatedRead = &checks.Check{
	Title:    "S3 bucket is open to every AWS account by its access control list",
	Severity: checks.High,
	Why:      "Anyone can make an AWS account, so this is hardly better than being open to the whole internet.",
	Fix: checks.Fix{
		Terraform:      `Set acl = "private", and grant access by a bucket policy that names its principals.`,
		CloudFormation: `Leave out "AccessControl", and grant access by a bucket policy that names its principals.`,
		Live:           `Run "aws s3api put-bucket-acl" with --acl private.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_43 CKV_AWS_20",
		KICS:    "57b9893d-33b1-4419-bcea-a717ea87e139 835d5497-a526-4aea-a23f-98a9afd1635f",
		Trivy:   "AVD-AWS-0092",
		Regula:  "FG_R00277 FG_R00279",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html",
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
	},
	Since: "0.1",
	Rule:  authenticatedRead,
}
