package cloudfront

import "github.com/lintel-iac/lintel/checks"

var NoDefaultRootObject = &checks.Check{
	Title:    "CloudFront distribution has no default root object",
	Severity: checks.Low,
	Why: "A request for the bare name is passed on, and a bucket behind it may answer with the list of all " +
		"that it holds.",
	Fix: checks.Fix{
		Terraform:      `Set default_root_object = "index.html".`,
		CloudFormation: `Set "DefaultRootObject: index.html".`,
		Live:           "Name a default root object in the settings of the distribution.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_305",
		Guard:   "CLOUDFRONT_DEFAULT_ROOT_OBJECT_CONFIGURED",
		Prowler: "cloudfront_distributions_default_root_object",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html"},
	Since:      "0.1",
	Rule:       checks.RequireSet{Type: "aws_cloudfront_distribution", Path: "default_root_object"},
}
