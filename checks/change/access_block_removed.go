package change

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var AccessBlockRemoved = &checks.Check{
	Title:    "The change removes a block of public access to S3",
	Severity: checks.High,
	Why:      "The block holds whatever policies and access control lists say. Without it, the next slip in one of them makes objects public.",
	Fix: checks.Fix{
		Terraform:      "Keep all four settings of the block true.",
		CloudFormation: "Keep all four settings of PublicAccessBlockConfiguration true.",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"},
	Loss:       true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_s3_bucket aws_s3_bucket_public_access_block aws_s3_account_public_access_block", Do: accessBlockRemoved},
}

// blocks are the settings of a block of public access.
var blocks = [...]string{"block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"}

// accessBlockRemoved judges a bucket with its block, and a block whose bucket lies
// elsewhere.
func accessBlockRemoved(p *checks.Pass, r *model.Resource) {
	if r.Owner != nil {
		return // with its bucket
	}
	p.Forbid(model.No, r.Body, "")
	is, prefix := r.Scope.After.Become(r), ""
	if r.Type == "aws_s3_bucket" {
		prefix = "public_access_block."
	}
	for _, name := range blocks {
		was := r.At(prefix + name)
		switch {
		case was.IsTrue() == model.No:
		case is != nil:
			now := is.At(prefix + name)
			p.Forbid(min(certain(r, is), was.IsTrue(), model.Not(now.IsTrue())), now, "%s was %v before the change, and is %s now", was.Origin.Name, was, spoken(now))
		case prefix == "":
			removed(p, r, model.No)
			return
		}
	}
}
