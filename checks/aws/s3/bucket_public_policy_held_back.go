package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BucketPublicPolicyHeldBack = &checks.Check{
	Title:    "Policy of an S3 bucket is public, and only an access block holds it back",
	Severity: checks.Low,
	Why:      "Whoever lifts the block for another reason opens the bucket to everyone.",
	Fix: checks.Fix{
		Terraform:      `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		CloudFormation: `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		Live:           `Run "aws s3api put-bucket-policy" with a policy that names its principals.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_70",
		KICS:    "7772bb8c-c0f3-42d4-8e4e-f1b8939ad085 7af43613-6bb9-4a0e-8c4d-1314b799425e",
		Guard:   "S3_BUCKET_POLICY_NO_WILDCARD_PRINCIPAL",
		CfnNag:  "F16",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_s3_bucket aws_s3_bucket_policy", Do: publicPolicyHeldBack},
}

func publicPolicyHeldBack(p *checks.Pass, r *model.Resource) {
	held := restricted(r)
	p.HingesOn(r.At("public_access_block.restrict_public_buckets"), r.At("bucket"))
	for policy := range r.All(checks.On(r, "aws_s3_bucket_policy", "policy.policy")) {
		checks.PublicPolicy(p, policy, held)
	}
}
