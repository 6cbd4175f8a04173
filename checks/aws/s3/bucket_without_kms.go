package s3

import "github.com/lintel-iac/lintel/checks"

var BucketWithoutKMS = &checks.Check{
	Title:    "S3 bucket is not encrypted by KMS",
	Severity: checks.Low,
	Why: "With S3's own keys, whoever may read an object may decrypt it. " +
		"KMS asks for a permission of its own, and CloudTrail records each use of the key.",
	Fix: checks.Fix{
		Terraform:      `Set sse_algorithm = "aws:kms" in an "aws_s3_bucket_server_side_encryption_configuration", and "bucket_key_enabled = true" to spare requests.`,
		CloudFormation: `Set "SSEAlgorithm: aws:kms" under "BucketEncryption", and "BucketKeyEnabled: true" to spare requests.`,
		Live:           `Run "aws s3api put-bucket-encryption" with the algorithm aws:kms.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_145",
		Guard:   "S3_DEFAULT_ENCRYPTION_KMS",
		Prowler: "s3_bucket_kms_encryption",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: spareLogTargets{checks.RequireAny{
		Type:      "aws_s3_bucket",
		Companion: "aws_s3_bucket_server_side_encryption_configuration",
		Path:      "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm",
		Of:        []string{"aws:kms", "aws:kms:dsse"},
	}},
}
