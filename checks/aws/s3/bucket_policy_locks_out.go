package s3

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var BucketPolicyLocksOut = &checks.Check{
	Title:    "Policy of an S3 bucket shuts out everybody",
	Severity: checks.Medium,
	Why:      "Only the root user of the account can open the bucket again.",
	Fix: checks.Fix{
		Terraform:      `Leave out of the Deny those who administer the bucket, by a condition on "aws:PrincipalArn".`,
		CloudFormation: `Leave out of the Deny those who administer the bucket, by a condition on "aws:PrincipalArn".`,
		Live:           `Sign in as the root user and run "aws s3api delete-bucket-policy".`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_93",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_s3_bucket aws_s3_bucket_policy", Do: lockout},
}

// lockout asks for a Deny that takes from all the right to change the policy back.
func lockout(p *checks.Pass, r *model.Resource) {
	for policy := range r.All(checks.On(r, "aws_s3_bucket_policy", "policy.policy")) {
		for s := range view.Policy(policy).Statements() {
			denied := min(s.Denies(), s.Everyone(), s.Covers("s3:PutBucketPolicy"), s.Covers("s3:DeleteBucketPolicy"))
			denied = min(denied, model.Not(s.Condition().IsSet()), model.Not(ofObjects(s)))
			p.Forbid(denied, s.Action(), "%s is denied to everyone", checks.Actions(s))
		}
	}
}

// ofObjects asks whether a statement is about objects alone, which leaves the right to
// change the policy.
func ofObjects(s *view.Statement) model.Truth {
	named, all := model.No, model.Yes
	for resource := range s.Resources() {
		isObject := resource.Satisfies(isObjectARN)
		if resource.State == model.Unknown {
			isObject = model.Is(isObjectARN(resource.Why.Suffix))
		}
		named, all = model.Yes, min(all, isObject, model.Is(!resource.Except()))
	}
	return min(named, all)
}

func isObjectARN(arn string) bool { return strings.Contains(arn, "/") }
