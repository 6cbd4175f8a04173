package iam

import "github.com/lintel-iac/lintel/checks"

var PolicyListsBuckets = &checks.Check{
	Title:    "IAM policy lets every S3 bucket be listed",
	Severity: checks.Low,
	Why:      "Names of objects tell much by themselves, and show where it is worth to look on.",
	Fix: checks.Fix{
		Terraform:      `Name the buckets in "Resource".`,
		CloudFormation: `Name the buckets in "Resource".`,
		Live:           `Create a new version of the policy, and make it the default one.`,
	},
	Aliases: checks.Aliases{
		Regula: "FG_R00218 FG_R00220",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html"},
	Since:      "0.1",
	Rule:       forbidOnAll{Actions: []string{"s3:ListBucket", "s3:ListBucketVersions"}},
}
