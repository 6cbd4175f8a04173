package s3

import "github.com/lintel-iac/lintel/checks"

var BucketAccountUntrusted = &checks.Check{
	Title:    "S3 bucket is shared with an account that is not trusted",
	Severity: checks.High,
	Why:      "Whoever has that account can do with the objects what the policy allows. Name the accounts that you trust with --trusted-account; without it, every account that is written counts.",
	Fix: checks.Fix{
		Terraform:      `Take the principal out, or add its account to those that are trusted.`,
		CloudFormation: `Take the principal out, or add its account to those that are trusted.`,
		Live:           `Take the principal out of the policy, or add its account to those that are trusted.`,
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-walkthroughs-managing-access-example2.html"},
	Opinion:    true,
	Setting:    "trusted-account",
	Since:      "0.1",
	Rule:       checks.TrustedAccounts{Type: "aws_s3_bucket", Companion: "aws_s3_bucket_policy", Path: "policy.policy"},
}
