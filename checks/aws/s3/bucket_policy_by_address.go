package s3

import "github.com/lintel-iac/lintel/checks"

var BucketPolicyByAddress = &checks.Check{
	Title:    "S3 bucket asks its callers for an address only",
	Severity: checks.Medium,
	Why:      "Whoever is behind that address, guests of the same network included, is let in without credentials, and the logs name nobody.",
	Fix: checks.Fix{
		Terraform:      `Name the accounts or roles as "Principal", and keep the condition.`,
		CloudFormation: `Name the accounts or roles as "Principal", and keep the condition.`,
		Live:           `Run "aws s3api put-bucket-policy" with a policy that names the accounts or roles.`,
	},
	Aliases: checks.Aliases{
		KICS: "1df37f4b-7197-45ce-83f8-9994d2fcf885 d24c0755-c028-44b1-b503-8e719c898832 ffdf4b37-7703-4dfe-a682-9d2e99bc6c09 " +
			"66c6f96f-2d9e-417e-a998-9058aeeecd44 7af43613-6bb9-4a0e-8c4d-1314b799425e",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html"},
	Since:      "0.1",
	Rule:       checks.ForbidPolicyByAddress{Type: "aws_s3_bucket", Companion: "aws_s3_bucket_policy", Path: "policy.policy"},
}
