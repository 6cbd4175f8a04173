package s3

import "github.com/lintel-iac/lintel/checks"

var ObjectWithoutCustomerKey = &checks.Check{
	Title:    "S3 object is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "Who may use a key of AWS's cannot be said, it cannot be shared with another account, and it cannot be " +
		"switched off in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_key_id".`,
		CloudFormation: `CloudFormation has no such resource.`,
		Live:           `Copy the object over itself with --sse aws:kms and --sse-kms-key-id.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_186 CKV_AWS_181",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireCustomerKey{Type: "aws_s3_object aws_s3_object_copy aws_s3_bucket_object", Path: "kms_key_id"},
}
