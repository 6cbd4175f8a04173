package s3

import "github.com/lintel-iac/lintel/checks"

var BucketWithoutCustomerKey = &checks.Check{
	Title:    "S3 bucket is not encrypted with a customer managed key",
	Severity: checks.Low,
	Why: "The key is not one of the account's own: whoever may read the data may decrypt it, and the key's " +
		"policy cannot be narrowed, nor the key disabled in an emergency.",
	Fix: checks.Fix{
		Terraform:      `Set "kms_master_key_id" in an "aws_s3_bucket_server_side_encryption_configuration".`,
		CloudFormation: `Set "KMSMasterKeyID" under "BucketEncryption".`,
		Live:           `Run "aws s3api put-bucket-encryption" with a key of your own.`,
	},
	Aliases:    checks.Aliases{Trivy: "AVD-AWS-0132"},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: spareLogTargets{checks.RequireCustomerKey{
		Type:      "aws_s3_bucket",
		Companion: "aws_s3_bucket_server_side_encryption_configuration",
		Path:      "server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.kms_master_key_id",
	}},
}
