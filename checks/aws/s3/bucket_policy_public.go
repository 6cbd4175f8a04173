package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BucketPolicyPublic = &checks.Check{
	Title:    "S3 bucket is open to everyone by its policy",
	Severity: checks.Critical,
	Why: "Anyone on the internet can do with the objects what the policy allows, without signing in. " +
		"Such buckets are found by machines within hours.",
	Fix: checks.Fix{
		Terraform:      `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		CloudFormation: `Name those who need access as principals, or bind the statement to your organization by a condition on "aws:PrincipalOrgID".`,
		Live:           `Block public access of the bucket, then replace its policy by one that names its principals.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_70",
		KICS: "7af43613-6bb9-4a0e-8c4d-1314b799425e 7772bb8c-c0f3-42d4-8e4e-f1b8939ad085 1df37f4b-7197-45ce-83f8-9994d2fcf885 " +
			"f97b7d23-568f-4bcc-9ac9-02df0d57fbba 66c6f96f-2d9e-417e-a998-9058aeeecd44 faa8fddf-c0aa-4b2d-84ff-e993e233ebe9 " +
			"d24c0755-c028-44b1-b503-8e719c898832 f6397a20-4cf1-4540-a997-1d363c25ef58 ffdf4b37-7703-4dfe-a682-9d2e99bc6c09 " +
			"acc78859-765e-4011-a229-a65ea57db252 456b00a3-1072-4149-9740-6b8bb60251b0",
		CfnNag:  "F9 F16",
		Guard:   "S3_BUCKET_POLICY_NO_WILDCARD_PRINCIPAL S3_BUCKETPOLICY_NO_ALLOW_PLUS_NOTPRINCIPAL S3_BUCKET_PUBLIC_READ_PROHIBITED S3_BUCKET_PUBLIC_WRITE_PROHIBITED",
		Regula:  "FG_R00210 FG_R00279 FG_R00211",
		Prowler: "s3_bucket_public_access s3_bucket_policy_public_write_access",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_s3_bucket aws_s3_bucket_policy", Do: publicPolicy},
}

// publicPolicy lets pass a policy that S3 has been told to restrict to the
// bucket's own account. That public policies are blocked is not enough: it
// keeps them from being set, and leaves one that was there before.
func publicPolicy(p *checks.Pass, r *model.Resource) {
	effect := model.Not(restricted(r))
	p.HingesOn(r.At("public_access_block.restrict_public_buckets"), r.At("bucket"))
	for policy := range r.All(checks.On(r, "aws_s3_bucket_policy", "policy.policy")) {
		checks.PublicPolicy(p, policy, effect)
	}
}

// restricted asks whether S3 has been told to restrict the bucket to its account. A policy
// whose bucket lies elsewhere goes by the access block for the same one.
func restricted(r *model.Resource) model.Truth {
	if r.Type == "aws_s3_bucket" {
		return r.At("public_access_block.restrict_public_buckets").IsTrue()
	}
	found := model.No
	for _, block := range r.Scope.OfType("aws_s3_bucket_public_access_block") {
		if block.Owner != nil {
			continue
		}
		found = max(found, min(block.At("restrict_public_buckets").IsTrue(), model.Links(r.At("bucket"), block.At("bucket"))))
	}
	return found
}
