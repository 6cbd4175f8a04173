package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/view"
)

var BucketPlaintextAllowed = &checks.Check{
	Title:    "S3 bucket answers requests that are not encrypted",
	Severity: checks.Medium,
	Why:      "What is sent over plain HTTP, objects and signatures alike, can be read and changed on its way.",
	Fix: checks.Fix{
		Terraform: `Add a statement to the bucket policy that denies everyone "s3:*" on the bucket and its objects ` +
			`where "aws:SecureTransport" is false.`,
		CloudFormation: `Add a statement to the bucket policy that denies everyone "s3:*" on the bucket and its objects ` +
			`where "aws:SecureTransport" is false.`,
		Live: `Add a statement to the bucket policy that denies everyone "s3:*" where "aws:SecureTransport" is false.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_379",
		KICS:    "4bc4dd4c-7d8d-405e-a0fb-57fa4c31b4d9",
		Guard:   "S3_BUCKET_SSL_REQUESTS_ONLY",
		Regula:  "FG_R00100",
		Prowler: "s3_bucket_secure_transport_policy",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
		"https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-ssl-requests-only.html",
	},
	Since: "0.1",
	Rule:  plaintext{Refuses: view.Document.RequiresTLS, What: "requests"},
}

// plaintext wants the policy of a bucket to refuse what does not come over TLS.
type plaintext struct {
	Refuses func(view.Document) model.Truth
	What    string // is refused
}

func (plaintext) Types() string { return "aws_s3_bucket aws_s3_bucket_policy" }

func (c plaintext) Judge(p *checks.Pass, r *model.Resource) {
	for policy := range r.All(checks.On(r, "aws_s3_bucket_policy", "policy.policy")) {
		if policy.IsSet() == model.No {
			p.Forbid(model.Yes, policy, "no policy denies %s without TLS", c.What)
			continue
		}
		p.Require(c.Refuses(view.Policy(policy)), policy, "%s does not deny %s without TLS", policy.Origin.Name, c.What)
	}
}
