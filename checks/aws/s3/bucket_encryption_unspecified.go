package s3

import "github.com/lintel-iac/lintel/checks"

var BucketEncryptionUnspecified = &checks.Check{
	Title:    "S3 bucket does not say how its objects are encrypted",
	Severity: checks.Low,
	Why: "S3 encrypts all new objects since January 2023, by keys of its own where nothing else is said. " +
		"A bucket that says so shows that somebody has thought of it, and stays as it is should the default change.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_s3_bucket_server_side_encryption_configuration" with the "sse_algorithm" you want.`,
		CloudFormation: `Set "BucketEncryption" with the "SSEAlgorithm" you want.`,
		Live:           `Run "aws s3api put-bucket-encryption" with the algorithm you want.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_19",
		KICS:    "b2e8752c-3497-4255-98d2-e4ae5b46bbf5",
		Trivy:   "AVD-AWS-0088",
		CfnNag:  "W41",
		Guard:   "S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED",
		Regula:  "FG_R00099",
		Prowler: "s3_bucket_default_encryption",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireSet{
		Type:      "aws_s3_bucket",
		Companion: "aws_s3_bucket_server_side_encryption_configuration",
		Path:      "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm",
	},
}
