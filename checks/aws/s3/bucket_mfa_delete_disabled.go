package s3

import "github.com/lintel-iac/lintel/checks"

var BucketMFADeleteDisabled = &checks.Check{
	Title:    "Versions of a bucket can be deleted without a second factor",
	Severity: checks.Low,
	Why:      "Stolen credentials are enough to delete every version of every object.",
	Fix: checks.Fix{
		Terraform:      `Terraform cannot switch it on: run the command for a deployed bucket, as the root user, then set mfa_delete = "Enabled" in the block "versioning_configuration".`,
		CloudFormation: `CloudFormation cannot switch it on: run the command for a deployed bucket, as the root user.`,
		Live:           `Run "aws s3api put-bucket-versioning" with MFADelete=Enabled and --mfa, as the root user.`,
	},
	Aliases: checks.Aliases{
		KICS:    "c5b31ab9-0f26-4a49-b8aa-4cc064392f4d",
		Trivy:   "AVD-AWS-0170",
		Prowler: "s3_bucket_no_mfa_delete",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.RequireAny{
		Type:      "aws_s3_bucket",
		Companion: "aws_s3_bucket_versioning",
		Path:      "versioning.versioning_configuration.mfa_delete",
		Of:        []string{"Enabled"},
	},
}
