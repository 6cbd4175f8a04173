package s3

import "github.com/lintel-iac/lintel/checks"

var BucketWithoutPolicy = &checks.Check{
	Title:    "S3 bucket has no policy",
	Severity: checks.Low,
	Why:      "Nothing keeps from it those whom their own policies allow too much, nor connections without TLS.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_s3_bucket_policy".`,
		CloudFormation: `Add an "AWS::S3::BucketPolicy".`,
		Live:           `Run "aws s3api put-bucket-policy".`,
	},
	Aliases: checks.Aliases{
		KICS:   "37fa8188-738b-42c8-bf82-6334ea567738",
		CfnNag: "W51",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_s3_bucket", Path: "policy"},
}
