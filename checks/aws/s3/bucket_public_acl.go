package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BucketPublicACL = &checks.Check{
	Title:    "S3 bucket is open to everyone by its access control list",
	Severity: checks.Critical,
	Why: "Anyone on the internet, or anyone with an AWS account, can list the objects, in the worst case write them too. " +
		"Such buckets are found by machines within hours.",
	Fix: checks.Fix{
		Terraform:      `Set acl = "private", and grant access by a bucket policy that names its principals.`,
		CloudFormation: `Leave out "AccessControl", and grant access by a bucket policy that names its principals.`,
		Live:           `Run "aws s3api put-bucket-acl" with --acl private.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_20 CKV_AWS_57 CKV_AWS_375 CKV2_AWS_43",
		KICS: "38c5ee0d-7f22-4260-ab72-5073048df100 07dda8de-d90d-469e-9b37-1aca53526ced 219f4c95-aa50-44e0-97de-cf71f4641170 " +
			"57b9893d-33b1-4419-bcea-a717ea87e139 835d5497-a526-4aea-a23f-98a9afd1635f",
		Trivy:   "AVD-AWS-0092",
		CfnNag:  "F14 W31",
		Guard:   "S3_BUCKET_NO_PUBLIC_RW_ACL S3_BUCKET_PUBLIC_READ_ACL",
		Regula:  "FG_R00277 FG_R00279",
		Prowler: "s3_bucket_public_list_acl s3_bucket_public_write_acl",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html",
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
	},
	Since: "0.1",
	Rule:  checks.Func{On: "aws_s3_bucket aws_s3_bucket_acl", Do: publicACL},
}

// The two groups that anyone can join.
const (
	allUsers           = "http://acs.amazonaws.com/groups/global/AllUsers"
	authenticatedUsers = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"
)

// publicACL lets pass a list that S3 has been told to ignore. That public lists
// are blocked is not enough: it keeps them from being set, not from being obeyed.
func publicACL(p *checks.Pass, r *model.Resource) {
	obeyed := model.Not(r.At("public_access_block.ignore_public_acls").IsTrue())
	acl := r.At(checks.On(r, "aws_s3_bucket_acl", "acl.acl"))
	public := acl.Is("public-read", "public-read-write", "authenticated-read")
	p.Forbid(min(public, obeyed), acl, "%s is %v", acl.Origin.Name, checks.Said(acl))
	for uri := range r.Each(checks.On(r, "aws_s3_bucket_acl", "acl.access_control_policy.grant.grantee.uri")) {
		p.Forbid(min(uri.Is(allUsers, authenticatedUsers), obeyed), uri, "%s is %v", uri.Origin.Name, checks.Said(uri))
	}
}
