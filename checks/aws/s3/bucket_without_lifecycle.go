package s3

import "github.com/lintel-iac/lintel/checks"

var BucketWithoutLifecycle = &checks.Check{
	Title:    "S3 bucket has no lifecycle rules",
	Severity: checks.Low,
	Why:      "What nobody needs any more stays for ever: it costs, and it can leak.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_s3_bucket_lifecycle_configuration".`,
		CloudFormation: `Set "LifecycleConfiguration".`,
		Live:           `Run "aws s3api put-bucket-lifecycle-configuration".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_61",
		Prowler: "s3_bucket_lifecycle_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_s3_bucket", Path: "lifecycle_configuration"},
}
