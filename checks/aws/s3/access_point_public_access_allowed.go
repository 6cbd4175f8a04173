package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var AccessPointPublicAccessAllowed = &checks.Check{
	Title:    "S3 access point does not block public access",
	Severity: checks.Medium,
	Why:      "A policy or list that opens the bucket to everyone has effect by way of the access point.",
	Fix: checks.Fix{
		Terraform:      `Leave the flags of "public_access_block_configuration" at true, which cannot be changed later.`,
		CloudFormation: `Leave the flags of "PublicAccessBlockConfiguration" at true.`,
		Live:           `Create the access point anew: its flags cannot be changed.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_392",
		Prowler: "s3_access_point_public_access_block",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-bpa-settings.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_s3_access_point", Do: accessPoint},
}

func accessPoint(p *checks.Pass, r *model.Resource) {
	for _, flag := range [...]string{"block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"} {
		checks.RequireTrue{Type: r.Type, Path: "public_access_block_configuration." + flag}.Judge(p, r)
	}
}
