package s3

import "github.com/lintel-iac/lintel/checks"

var BucketPolicyWildcardAction = &checks.Check{
	Title:    "Policy of an S3 bucket allows all actions",
	Severity: checks.Medium,
	Why: "Whoever was to read objects may delete them as well, change the policy and hand access on. " +
		"Actions that S3 adds later are allowed from their first day.",
	Fix: checks.Fix{
		Terraform:      `List the actions that are needed, such as "s3:GetObject".`,
		CloudFormation: `List the actions that are needed, such as "s3:GetObject".`,
		Live:           `Replace the policy by one that lists the actions that are needed.`,
	},
	Aliases: checks.Aliases{
		KICS:   "a4966c4f-9141-48b8-a564-ffe9959945bc 4ae8af91-5108-42cb-9471-3bdbe596eac9",
		CfnNag: "F15 W20",
		Guard:  "S3_BUCKET_POLICY_NO_WILDCARD_ACTION S3_BUCKET_POLICY_NO_ALLOW_PLUS_NOT_ACTION",
		Regula: "FG_R00210",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html"},
	Since:      "0.1",
	Rule:       checks.ForbidWildcardAction{Type: "aws_s3_bucket", Companion: "aws_s3_bucket_policy", Path: "policy.policy"},
}
