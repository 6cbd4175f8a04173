package s3

import "github.com/lintel-iac/lintel/checks"

var BucketVersioningDisabled = &checks.Check{
	Title:    "S3 bucket does not keep versions of its objects",
	Severity: checks.Medium,
	Why:      "What is overwritten or deleted, by mistake or by an intruder, is gone at once.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_s3_bucket_versioning" with status = "Enabled" in its "versioning_configuration".`,
		CloudFormation: `Set "VersioningConfiguration: {Status: Enabled}".`,
		Live:           `Run "aws s3api put-bucket-versioning" with Status=Enabled.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_21",
		KICS:    "568a4d22-3517-44a6-a7ad-6a7eed88722c a227ec01-f97a-4084-91a4-47b350c1db54",
		Trivy:   "AVD-AWS-0090",
		Guard:   "S3_BUCKET_VERSIONING_ENABLED",
		Regula:  "FG_R00101",
		Prowler: "s3_bucket_object_versioning",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html"},
	Since:      "0.1",
	Rule: checks.RequireAny{
		Type:      "aws_s3_bucket",
		Companion: "aws_s3_bucket_versioning",
		Path:      "versioning.versioning_configuration.status",
		Of:        []string{"Enabled"},
	},
}
