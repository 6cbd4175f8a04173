package s3

import "github.com/lintel-iac/lintel/checks"

var BucketACLWriteAcp = &checks.Check{
	Title:    "Access control list of an S3 bucket lets others change it",
	Severity: checks.High,
	Why:      "Whoever may write the list can give himself, and everyone, all other permissions.",
	Fix: checks.Fix{
		Terraform:      `Leave "WRITE_ACP" out of "permission", and grant access by a bucket policy.`,
		CloudFormation: `Set "ObjectOwnership: BucketOwnerEnforced", and grant access by a bucket policy.`,
		Live:           `Run "aws s3api put-bucket-acl" with --acl private.`,
	},
	Aliases: checks.Aliases{
		KICS: "64a222aa-7793-4e40-915f-4b302c76e4d4",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html"},
	Since:      "0.1",
	Rule: checks.ForbidAny{
		Type:      "aws_s3_bucket",
		Companion: "aws_s3_bucket_acl",
		Each:      "acl.access_control_policy.grant",
		Path:      "permission",
		Of:        []string{"WRITE_ACP"},
	},
}
