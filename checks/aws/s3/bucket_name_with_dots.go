package s3

import (
	"strings"

	"github.com/lintel-iac/lintel/checks"
)

var BucketNameWithDots = &checks.Check{
	Title:    "Name of an S3 bucket has dots",
	Severity: checks.Low,
	Why:      "The certificate of S3 does not fit such a name, so that TLS fails where the name is part of the host.",
	Fix: checks.Fix{
		Terraform:      `Choose a name without dots: the bucket is made anew.`,
		CloudFormation: `Choose a "BucketName" without dots: the bucket is made anew.`,
		Live:           `Create another bucket, and move the objects.`,
	},
	Aliases: checks.Aliases{
		Trivy: "AVD-AWS-0320",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule:       checks.ForbidText{Type: "aws_s3_bucket", Path: "bucket", Is: dotted},
}

func dotted(name string) bool { return strings.Contains(name, ".") }
