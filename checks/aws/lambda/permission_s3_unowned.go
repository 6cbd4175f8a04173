package lambda

import "github.com/lintel-iac/lintel/checks"

var PermissionS3Unowned = &checks.Check{
	Title:    "Lambda function can be invoked by S3 for a bucket of any account",
	Severity: checks.Medium,
	Why: "The ARN of a bucket names no account: once the bucket is deleted, whoever makes another one of that name " +
		"calls the function.",
	Fix: checks.Fix{
		Terraform:      `Set "source_account" to the account that owns the bucket.`,
		CloudFormation: `Set "SourceAccount" to the account that owns the bucket.`,
		Live:           `Remove the permission, and add one with --source-account.`,
	},
	Aliases: checks.Aliases{Guard: "LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED"},
	References: []string{
		"https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html",
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html",
	},
	Since: "0.1",
	Rule: checks.RequireSet{
		Type: "aws_lambda_permission", Path: "source_account",
		When: []checks.Condition{{Path: "principal", Of: []string{"s3.amazonaws.com"}}, {Path: "source_arn"}},
	},
}
