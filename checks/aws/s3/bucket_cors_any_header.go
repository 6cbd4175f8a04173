package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BucketCORSAnyHeader = &checks.Check{
	Title:    "Pages of other sites may send an S3 bucket any header",
	Severity: checks.Low,
	Why: "What such a page needs is a few headers. With all of them it also sets those that decide how an object is kept: its access " +
		"control list, its encryption, its redirection.",
	Fix: checks.Fix{
		Terraform:      `Name the headers in "allowed_headers".`,
		CloudFormation: `Name the headers in "AllowedHeaders".`,
		Live:           `Run "aws s3api put-bucket-cors" with the headers that are needed.`,
	},
	Aliases: checks.Aliases{
		KICS: "98a8f708-121b-455b-ae2f-da3fb59d17e1",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_s3_bucket aws_s3_bucket_cors_configuration", Do: anyHeader},
}

func anyHeader(p *checks.Pass, r *model.Resource) {
	for rule := range corsRules(r) {
		headers := rule.At("allowed_headers")
		p.Forbid(headers.Contains("*"), headers, "%s is %v", headers.Origin.Name, headers)
	}
}
