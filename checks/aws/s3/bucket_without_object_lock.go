package s3

import "github.com/lintel-iac/lintel/checks"

var BucketWithoutObjectLock = &checks.Check{
	Title:    "S3 bucket does not lock its objects",
	Severity: checks.Low,
	Why:      "Whoever gets hold of an administrator's credentials can delete every version, backups included.",
	Fix: checks.Fix{
		Terraform:      `Add an "aws_s3_bucket_object_lock_configuration" with a default retention.`,
		CloudFormation: `Set "ObjectLockEnabled: true" and "ObjectLockConfiguration".`,
		Live:           `Run "aws s3api put-object-lock-configuration".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_143",
		Guard:   "S3_BUCKET_DEFAULT_LOCK_ENABLED",
		Prowler: "s3_bucket_object_lock",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireOne{Type: "aws_s3_bucket", Of: []checks.Condition{{Path: "object_lock_enabled", Of: []string{"true"}}, {Path: "object_lock_configuration"}}},
		checks.ForbidAny{Type: "aws_s3_bucket", Path: "object_lock_configuration.object_lock_enabled", Of: []string{"Disabled", "false"}},
	},
}
