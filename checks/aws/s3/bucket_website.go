package s3

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var BucketWebsite = &checks.Check{
	Title:    "S3 bucket is served as a website",
	Severity: checks.Low,
	Why: "Its address takes no TLS, so that pages can be read and changed on their way, and what lies in it is " +
		"meant to be public.",
	Fix: checks.Fix{
		Terraform:      `Leave out "aws_s3_bucket_website_configuration", and put a CloudFront distribution with TLS before the bucket.`,
		CloudFormation: `Leave out "WebsiteConfiguration", and put a CloudFront distribution with TLS before the bucket.`,
		Live:           `Run "aws s3api delete-bucket-website".`,
	},
	Aliases: checks.Aliases{
		KICS: "42bb6b7f-6d54-4428-b707-666f669d94fb 90501b1b-cded-4cc1-9e8b-206b85cda317",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteEndpoints.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_s3_bucket aws_s3_bucket_website_configuration", Do: website},
}

func website(p *checks.Pass, r *model.Resource) {
	site := r.At(checks.On(r, "aws_s3_bucket_website_configuration", "website_configuration.index_document"))
	redirect := r.At(checks.On(r, "aws_s3_bucket_website_configuration", "website_configuration.redirect_all_requests_to"))
	p.Forbid(max(site.IsSet(), redirect.IsSet()), site, "the bucket is served as a website")
}
