package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BucketPublicACL = &checks.Check{
	Title:    "S3 bucket can be read by everyone by its access control list",
	Severity: checks.Critical,
	Why: "Anyone on the internet can list the objects. " +
		"Such buckets are found by machines within hours.",
	Fix: checks.Fix{
		Terraform:      `Set acl = "private", and grant access by a bucket policy that names its principals.`,
		CloudFormation: `Leave out "AccessControl", and grant access by a bucket policy that names its principals.`,
		Live:           `Run "aws s3api put-bucket-acl" with --acl private.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_20",
		KICS: "38c5ee0d-7f22-4260-ab72-5073048df100 07dda8de-d90d-469e-9b37-1aca53526ced " +
			"219f4c95-aa50-44e0-97de-cf71f4641170",
		Trivy:   "AVD-AWS-0092",
		CfnNag:  "W31",
		Guard:   "S3_BUCKET_PUBLIC_READ_ACL",
		Regula:  "FG_R00277 FG_R00279",
		Prowler: "s3_bucket_public_list_acl",
	},
	References: []string{
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html",
		"https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
	},
	Since: "0.1",
	Rule:  publicRead,
}

// The two groups that anyone can join.
const (
	allUsers           = "http://acs.amazonaws.com/groups/global/AllUsers"
	authenticatedUsers = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"
)

// forbidACL forbids some canned lists of a bucket, and that the group is granted one
// of the permissions. It lets pass a list that S3 has been told to ignore. That
// public lists are blocked is not enough: it keeps them from being set, not from
// being obeyed.
type forbidACL struct {
	Canned      []string
	Group       string
	Permissions []string
}

// The ways in which a list opens a bucket to strangers.
var (
	publicRead        = forbidACL{[]string{"public-read"}, allUsers, []string{"READ"}}
	readableList      = forbidACL{nil, allUsers, []string{"READ_ACP", "FULL_CONTROL"}}
	publicWrite       = forbidACL{[]string{"public-read-write"}, allUsers, []string{"WRITE", "WRITE_ACP", "FULL_CONTROL"}}
	authenticatedRead = forbidACL{[]string{"authenticated-read"}, authenticatedUsers, []string{"READ", "READ_ACP", "WRITE", "WRITE_ACP", "FULL_CONTROL"}}
)

func (c forbidACL) Types() string { return "aws_s3_bucket aws_s3_bucket_acl" }

func (c forbidACL) Judge(p *checks.Pass, r *model.Resource) {
	obeyed := model.Not(r.At("public_access_block.ignore_public_acls").IsTrue())
	acl := r.At(checks.On(r, "aws_s3_bucket_acl", "acl.acl"))
	p.Forbid(min(acl.Is(c.Canned...), obeyed), acl, "%s is %v", acl.Origin.Name, checks.Said(acl))
	for uri := range checks.Within(r, checks.On(r, "aws_s3_bucket_acl", "acl.access_control_policy.grant"), "grantee.uri") {
		granted := min(uri.There, uri.Is(c.Group), uri.Element.At("permission").Is(c.Permissions...))
		p.Forbid(min(granted, obeyed), uri.Reported(), "%s is %v", uri.Origin.Name, checks.Said(uri.Value))
	}
}
