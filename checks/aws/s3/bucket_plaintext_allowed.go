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
		KICS:    "4bc4dd4c-7d8d-405e-a0fb-57fa4c31b4d9 38c64e76-c71e-4d92-a337-60174d1de1c9",
		Guard:   "S3_BUCKET_SSL_REQUESTS_ONLY",
		Regula:  "FG_R00100",
		Prowler: "s3_bucket_secure_transport_policy",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
		"https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-ssl-requests-only.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_s3_bucket aws_s3_bucket_policy", Do: plaintext},
}

func plaintext(p *checks.Pass, r *model.Resource) {
	for policy := range r.All(checks.On(r, "aws_s3_bucket_policy", "policy.policy")) {
		if policy.IsSet() == model.No {
			p.Forbid(model.Yes, policy, "no policy denies requests without TLS")
			continue
		}
		p.Require(view.Policy(policy).RequiresTLS(), policy, "%s does not deny requests without TLS", policy.Origin.Name)
	}
}
