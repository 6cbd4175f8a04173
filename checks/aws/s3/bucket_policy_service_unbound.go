package s3

import "github.com/lintel-iac/lintel/checks"

var BucketPolicyServiceUnbound = &checks.Check{
	Title:    "S3 bucket lets a service in on behalf of anyone",
	Severity: checks.Medium,
	Why: "Whoever has an AWS account can make the service call for him: " +
		"a distribution of his own shows what is in the bucket, a trail of his own fills it.",
	Fix: checks.Fix{
		Terraform:      `Add a condition on "aws:SourceArn" with what may call, or on "aws:SourceAccount" or "aws:SourceOrgID" with whose it is.`,
		CloudFormation: `Add a condition on "aws:SourceArn" with what may call, or on "aws:SourceAccount" or "aws:SourceOrgID" with whose it is.`,
		Live:           `Replace the policy by one with a condition on "aws:SourceArn" or "aws:SourceAccount".`,
	},
	References: []string{
		"https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
		"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
	},
	Since: "0.1",
	Rule:  checks.RequireSource{Type: "aws_s3_bucket", Companion: "aws_s3_bucket_policy", Path: "policy.policy"},
}
