package glue

import "github.com/lintel-iac/lintel/checks"

var SecurityConfigurationUnencrypted = &checks.Check{
	Title:    "Glue security configuration leaves something unencrypted",
	Severity: checks.Medium,
	Why:      "Jobs write logs, bookmarks and results in the clear, though they use a security configuration.",
	Fix: checks.Fix{
		Terraform:      `Set "cloudwatch_encryption_mode" to SSE-KMS, "job_bookmarks_encryption_mode" to CSE-KMS and "s3_encryption_mode" to SSE-KMS or SSE-S3.`,
		CloudFormation: `Set "CloudWatchEncryptionMode" to SSE-KMS, "JobBookmarksEncryptionMode" to CSE-KMS and "S3EncryptionMode" to SSE-KMS or SSE-S3.`,
		Live:           `Make a new security configuration with all three, and let the jobs use it.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_99",
		KICS:    "ad5b4e97-2850-4adf-be17-1d293e0b85ee",
		Prowler: "glue_etl_jobs_amazon_s3_encryption_enabled glue_etl_jobs_cloudwatch_logs_encryption_enabled " +
			"glue_etl_jobs_job_bookmark_encryption_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/glue/latest/dg/encryption-security-configuration.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireAny{
			Type: "aws_glue_security_configuration", Of: []string{"SSE-KMS", "CSE-KMS", "SSE-S3"},
			Path: "encryption_configuration.cloudwatch_encryption.cloudwatch_encryption_mode",
		},
		checks.RequireAny{
			Type: "aws_glue_security_configuration", Of: []string{"SSE-KMS", "CSE-KMS", "SSE-S3"},
			Path: "encryption_configuration.job_bookmarks_encryption.job_bookmarks_encryption_mode",
		},
		checks.RequireAny{
			Type: "aws_glue_security_configuration", Of: []string{"SSE-KMS", "CSE-KMS", "SSE-S3"},
			Path: "encryption_configuration.s3_encryption.s3_encryption_mode",
		},
	},
}
