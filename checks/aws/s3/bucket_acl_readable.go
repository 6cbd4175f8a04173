package s3

import "github.com/lintel-iac/lintel/checks"

var BucketACLReadable = &checks.Check{
	Title:    "Access control list of an S3 bucket can be read by everyone",
	Severity: checks.Medium,
	Why:      "It tells strangers which accounts may do what with the bucket, and so whose credentials are worth stealing.",
	Fix: checks.Fix{
		Terraform: `Set acl = "private", and grant access by a bucket policy that names its principals.`,
		Live:      `Run "aws s3api put-bucket-acl" with --acl private.`,
	},
	Aliases:    checks.Aliases{Checkov: "CKV_AWS_375"},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html"},
	Since:      "0.1",
	Rule:       readableList,
}
