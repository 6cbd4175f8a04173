// Package s3 holds the checks of Simple Storage Service.
package s3

import "github.com/lintel-iac/lintel/checks"

var BucketLoggingDisabled = &checks.Check{
	Title:    "S3 bucket does not log who accesses it",
	Severity: checks.Low,
	Why:      "After a leak nobody can tell which objects were read, and by whom.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_s3_bucket_logging" that names another bucket as "target_bucket".`,
		CloudFormation: `Set "LoggingConfiguration" with another bucket as "DestinationBucketName".`,
		Live:           `Run "aws s3api put-bucket-logging" with another bucket as target.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_18",
		KICS:    "f861041c-8c9f-4156-acfc-5e6e524f5884 4552b71f-0a2a-4bc4-92dd-ed7ec1b4674c",
		Trivy:   "AVD-AWS-0089",
		CfnNag:  "W35",
		Guard:   "S3_BUCKET_LOGGING_ENABLED",
		Regula:  "FG_R00274",
		Prowler: "s3_bucket_server_access_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html"},
	Since:      "0.1",
	Rule:       logged{Trail: false},
}
