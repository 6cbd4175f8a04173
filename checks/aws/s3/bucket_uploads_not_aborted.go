package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BucketUploadsNotAborted = &checks.Check{
	Title:    "Uploads that were never finished stay in a bucket",
	Severity: checks.Low,
	Why:      "Their parts cost as much as objects, and no listing shows them.",
	Fix: checks.Fix{
		Terraform:      `Add a block "abort_incomplete_multipart_upload" to a rule that is enabled.`,
		CloudFormation: `Set "AbortIncompleteMultipartUpload" in a rule that is enabled.`,
		Live:           `Run "aws s3api put-bucket-lifecycle-configuration" with AbortIncompleteMultipartUpload.`,
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_300",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_s3_bucket_lifecycle_configuration", Do: aborts},
}

func aborts(p *checks.Pass, r *model.Resource) {
	found := model.No
	for rule := range r.Each("rule") {
		days := rule.At("abort_incomplete_multipart_upload.days_after_initiation")
		found = max(found, min(rule.At("status").Is("Enabled"), days.AtLeast(1), forWhole(rule)))
	}
	p.Require(found, r.At("rule.abort_incomplete_multipart_upload"), "no rule aborts uploads of the whole bucket")
}

// forWhole asks whether a rule is about all objects of the bucket.
func forWhole(rule model.Value) model.Truth {
	whole := model.Yes
	for _, path := range [...]string{"prefix", "filter.prefix", "filter.tag", "filter.and"} {
		whole = min(whole, rule.At(path).IsEmpty())
	}
	return whole
}
