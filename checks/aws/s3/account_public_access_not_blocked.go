package s3

import "github.com/lintel-iac/lintel/checks"

var AccountPublicAccessNotBlocked = &checks.Check{
	Title:    "Account does not block public access to its buckets",
	Severity: checks.Medium,
	Why:      "One bucket whose policy or list is too wide is open to everyone, and nothing above it keeps it shut.",
	Fix: checks.Fix{
		Terraform: `Set "block_public_acls", "block_public_policy", "ignore_public_acls" and "restrict_public_buckets" to true.`,
		Live:      `Run "aws s3control put-public-access-block" with all four flags.`,
	},
	Aliases:    checks.Aliases{Prowler: "s3_account_level_public_access_blocks"},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"},
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireTrue{Type: "aws_s3_account_public_access_block", Path: "block_public_acls"},
		checks.RequireTrue{Type: "aws_s3_account_public_access_block", Path: "block_public_policy"},
		checks.RequireTrue{Type: "aws_s3_account_public_access_block", Path: "ignore_public_acls"},
		checks.RequireTrue{Type: "aws_s3_account_public_access_block", Path: "restrict_public_buckets"},
	},
}
