package cloudfront

import "github.com/lintel-iac/lintel/checks"

var Disabled = &checks.Check{
	Title:    "CloudFront distribution serves nothing",
	Severity: checks.Low,
	Why:      "It is kept and looked after, but serves nothing.",
	Fix: checks.Fix{
		Terraform:      `Set "enabled = true", or remove the distribution.`,
		CloudFormation: `Set "Enabled: true", or remove the distribution.`,
		Live:           "Enable or delete the distribution.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV_AWS_216",
		KICS:    "1bc367f6-901d-4870-ad0c-71d79762ef52 e4f54ff4-d352-40e8-a096-5141073c37a2",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesGeneral.html"},
	Opinion:    true,
	Since:      "0.1",
	Rule: checks.Every{
		checks.RequireTrue{Type: "aws_cloudfront_distribution", Path: "enabled"},
		checks.RequireSet{Type: "aws_cloudfront_distribution", Path: "origin", When: []checks.Condition{{Path: "enabled", Of: []string{"true"}}}},
	},
}
