package s3

import "github.com/lintel-iac/lintel/checks"

var AccessPointPublicAccessAllowed = &checks.Check{
	Title:    "S3 access point does not block public access",
	Severity: checks.Medium,
	Why:      "A policy or list that opens the bucket to everyone has effect by way of the access point.",
	Fix: checks.Fix{
		Terraform:      `Leave the flags of "public_access_block_configuration" at true, which cannot be changed later.`,
		CloudFormation: `Leave the flags of "PublicAccessBlockConfiguration" at true.`,
		Live:           `Create the access point anew: its flags cannot be changed.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_392",
		Prowler: "s3_access_point_public_access_block",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireTrue{Type: "aws_s3_access_point", Path: "public_access_block_configuration.block_public_acls"},
		checks.RequireTrue{Type: "aws_s3_access_point", Path: "public_access_block_configuration.block_public_policy"},
		checks.RequireTrue{Type: "aws_s3_access_point", Path: "public_access_block_configuration.ignore_public_acls"},
		checks.RequireTrue{Type: "aws_s3_access_point", Path: "public_access_block_configuration.restrict_public_buckets"},
	},
}
