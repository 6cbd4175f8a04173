package cloudfront

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var LoggingDisabled = &checks.Check{
	Title:    "CloudFront distribution does not log requests",
	Severity: checks.Medium,
	Why:      "After an attack nobody can tell who asked for what, and from where.",
	Fix: checks.Fix{
		Terraform:      `Add a block "logging_config" with a "bucket", or an "aws_cloudwatch_log_delivery_source" for the distribution.`,
		CloudFormation: `Set "Logging" with a "Bucket", or add an "AWS::Logs::DeliverySource" for the distribution.`,
		Live:           "Switch on standard logging in the settings of the distribution.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_86",
		KICS:    "de77cd9f-0e8b-46cc-b4a4-b6b436838642 94690d79-b3b0-43de-b656-84ebef5753e5",
		Trivy:   "AVD-AWS-0010",
		CfnNag:  "W10",
		Guard:   "CLOUDFRONT_ACCESSLOGS_ENABLED",
		Regula:  "FG_R00067",
		Prowler: "cloudfront_distributions_logging_enabled",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_cloudfront_distribution", Do: unlogged},
}

// unlogged knows that without a bucket there is no log of the older kind: a logging
// block alone may tell of cookies only.
func unlogged(p *checks.Pass, r *model.Resource) {
	bucket := r.At("logging_config.bucket")
	logs := max(model.Not(bucket.IsEmpty()), checks.Declared(r, "log_delivery_source"))
	p.Require(logs, bucket, "%s is %v", bucket.Origin.Name, checks.Said(bucket))
}
