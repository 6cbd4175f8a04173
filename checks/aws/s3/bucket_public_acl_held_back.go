package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BucketPublicACLHeldBack = &checks.Check{
	Title:    "Access control list of an S3 bucket is public, and only an access block holds it back",
	Severity: checks.Low,
	Why:      "Whoever removes the block for another reason opens the bucket to everyone.",
	Fix: checks.Fix{
		Terraform:      `Set acl = "private".`,
		CloudFormation: `Leave out "AccessControl".`,
		Live:           `Run "aws s3api put-bucket-acl" with --acl private.`,
	},
	Aliases: checks.Aliases{
		KICS: "bf878b1a-7418-4de3-b13c-3a86cf894920",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_s3_bucket aws_s3_bucket_acl", Do: heldBack},
}

func heldBack(p *checks.Pass, r *model.Resource) {
	acl, block := r.At(checks.On(r, "aws_s3_bucket_acl", "acl.acl")), blockOf(r)
	held := max(block.At("ignore_public_acls").IsTrue(), block.At("block_public_acls").IsTrue())
	public := acl.Is("public-read", "public-read-write", "authenticated-read")
	p.Forbid(min(public, held), acl, "%s is %v, but has no effect", acl.Origin.Name, checks.Said(acl))
	for uri := range checks.Within(r, checks.On(r, "aws_s3_bucket_acl", "acl.access_control_policy.grant"), "grantee.uri") {
		granted := min(uri.There, uri.Is(allUsers, authenticatedUsers))
		p.Forbid(min(granted, held), uri.Reported(), "%s is %v, but has no effect", uri.Origin.Name, checks.Said(uri.Value))
	}
}

// blockOf is what blocks public access to a bucket, or to that of a list which is declared
// outside of the scope.
func blockOf(r *model.Resource) model.Value {
	if r.Type == "aws_s3_bucket" {
		return r.At("public_access_block")
	}
	bucket := bucketKey(r)
	if block := blocks(r.Scope)[bucket]; bucket != "" && block != nil {
		return block.Body
	}
	return model.Value{}
}

// blocksKey is the key under which a scope keeps its blocks by what names their bucket.
type blocksKey struct{}

func blocks(scope *model.Scope) map[string]*model.Resource {
	return model.Once(scope, blocksKey{}, func() map[string]*model.Resource {
		by := make(map[string]*model.Resource)
		for _, block := range scope.OfType("aws_s3_bucket_public_access_block") {
			by[bucketKey(block)] = block
		}
		return by
	})
}

// bucketKey is equal for companions of the same bucket, "" where none is named.
func bucketKey(r *model.Resource) string {
	bucket := r.At("bucket")
	if bucket.State == model.Unknown {
		return bucket.Why.Key
	}
	name, _ := bucket.Data.(string)
	return name
}
