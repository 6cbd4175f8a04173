package s3

import "github.com/lintel-iac/lintel/checks"

var BucketCORSAnyOrigin = &checks.Check{
	Title:    "S3 bucket lets every website read it from a browser",
	Severity: checks.Low,
	Why:      "What a visitor's browser may read, any page open in it may then read as well.",
	Fix: checks.Fix{
		Terraform:      `Name the websites in "allowed_origins".`,
		CloudFormation: `Name the websites in "AllowedOrigins".`,
		Live:           `Run "aws s3api put-bucket-cors" with the websites.`,
	},
	Aliases:    checks.Aliases{KICS: "3609d27c-3698-483a-9402-13af6ae80583"},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.ForbidElement{
		Type: "aws_s3_bucket", Companion: "aws_s3_bucket_cors_configuration",
		Each: "cors_configuration.cors_rule", Path: "allowed_origins", Of: []string{"*"},
	},
}
