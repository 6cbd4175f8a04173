package cfnmap

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lintel-iac/lintel/model"
	"github.com/lintel-iac/lintel/model/graft"
	"github.com/lintel-iac/lintel/parser/terraform"
)

const cloudControl = `
variable "size" {}

resource "awscc_s3_bucket" "b" {
  bucket_name              = "x"
  access_control           = "PublicRead"
  versioning_configuration = { status = "Suspended" }
  tags                     = [{ key = "a", value = "b" }]
  lifecycle {
    prevent_destroy = true
  }
}

resource "awscc_ec2_vpc_endpoint" "e" {
  vpc_id          = "v"
  policy_document = jsonencode({ Statement = [] })
}

resource "awscc_ec2_volume" "v" {
  size = var.size
}

resource "awscc_s3_bucket_policy" "p" {
  bucket = awscc_s3_bucket.b.id
}

resource "awscc_made_up" "u" {
  a = 1
}

resource "aws_ebs_volume" "w" {}
`

func readCloudControl(t *testing.T) *model.Scope {
	t.Helper()
	fsys := fstest.MapFS{"main.tf": {Data: []byte(cloudControl)}}
	scope, _, err := terraform.New(fsys).Parse(context.Background(), ".", terraform.Inputs{})
	if err != nil {
		t.Fatal(err)
	}
	if diags := Rewrite(scope); len(diags) > 0 {
		t.Errorf("%v", diags)
	}
	return scope
}

func TestRewrite(t *testing.T) {
	scope := readCloudControl(t)
	var resources []*model.Resource
	for _, r := range scope.Resources {
		if r.Mode == model.Managed {
			resources = append(resources, r)
		}
	}
	const want = `awscc_ec2_volume.v aws_ebs_volume {"final_snapshot":"?","size":"?|var.size"}
awscc_ec2_vpc_endpoint.e aws_vpc_endpoint {"policy":"{\"Statement\":[]}","vpc_id":"v"}
awscc_made_up.u awscc_made_up {"a":1}
awscc_s3_bucket.b aws_s3_bucket {"bucket":"x","tags":{"a":"b"}}
awscc_s3_bucket.b.versioning_configuration aws_s3_bucket_versioning {"bucket":"?awscc_s3_bucket.b.bucket","versioning_configuration":[{"status":"Suspended"}]} bucket->awscc_s3_bucket.b.bucket
awscc_s3_bucket.b.access_control aws_s3_bucket_acl {"acl":"public-read","bucket":"?awscc_s3_bucket.b.bucket"} bucket->awscc_s3_bucket.b.bucket
awscc_s3_bucket_policy.p aws_s3_bucket_policy {"bucket":"?awscc_s3_bucket.b.id"} bucket->awscc_s3_bucket.b.id
`
	got := text(t, resources)
	for line := range strings.Lines(want) {
		if !strings.Contains(got, line) {
			t.Errorf("there is no %s in\n%s", line, got)
		}
	}
	if !strings.Contains(got, "aws_ebs_volume.w aws_ebs_volume {}\n") || strings.Count(got, "\n") != strings.Count(want, "\n")+1 {
		t.Errorf("got\n%s", got)
	}
}

// The names are those that the author wrote, also of what is missing.
func TestRewrittenNames(t *testing.T) {
	scope := readCloudControl(t)
	graft.Fold(scope)
	bucket := scope.Resource("awscc_s3_bucket.b")
	for path, want := range map[string]string{
		"bucket": "bucket_name",
		"versioning.versioning_configuration.status":     "versioning_configuration.status",
		"public_access_block.block_public_acls":          "public_access_block_configuration.block_public_acls",
		"logging.target_bucket":                          "logging_configuration.destination_bucket_name",
		"policy.policy":                                  "policy_document",
		"versioning.versioning_configuration.mfa_delete": "versioning_configuration.mfa_delete",
	} {
		if got := bucket.At(path).Origin.Name; got != want {
			t.Errorf("%s is called %s, want %s", path, got, want)
		}
	}
}

func TestTypeOfAWSCC(t *testing.T) {
	for typ, want := range map[string]string{
		"awscc_s3_bucket": "AWS::S3::Bucket", "awscc_ec2_vpc_endpoint": "AWS::EC2::VPCEndpoint", "awscc_dynamodb_table": "AWS::DynamoDB::Table",
		"awscc_apigateway_rest_api": "AWS::ApiGateway::RestApi", "awscc_wafv2_web_acl": "AWS::WAFv2::WebACL", "awscc_s3_buckets": "", "awscc_": "",
	} {
		if got, _ := typeOfAWSCC(typ); got != want {
			t.Errorf("%s is %q, want %q", typ, got, want)
		}
	}
}
