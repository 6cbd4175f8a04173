package cloudfront

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

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
	Rule:       checks.Func{On: "aws_cloudfront_distribution", Do: servesNothing},
}

func servesNothing(p *checks.Pass, r *model.Resource) {
	enabled, origin := r.At("enabled"), r.At("origin")
	p.Require(enabled.IsTrue(), enabled, "%s is %v", enabled.Origin.Name, checks.Said(enabled))
	p.Forbid(min(enabled.IsTrue(), origin.IsEmpty()), origin, "%s is %v", origin.Origin.Name, checks.Said(origin))
}
