package cloudfront

import (
	"github.com/lintel-iac/lintel/checks"
	"github.com/lintel-iac/lintel/model"
)

var OriginTLSOutdated = &checks.Check{
	Title:    "CloudFront lets its origin use SSL 3.0, TLS 1.0 or TLS 1.1",
	Severity: checks.Medium,
	Why:      "They are broken by known attacks, and no current server needs them.",
	Fix: checks.Fix{
		Terraform:      `Set origin_ssl_protocols = ["TLSv1.2"].`,
		CloudFormation: `Set "OriginSSLProtocols: [TLSv1.2]".`,
		Live:           "Edit the origin, and choose TLSv1.2 as the minimum.",
	},
	Aliases: checks.Aliases{
		Checkov: "CKV2_AWS_54",
		Prowler: "cloudfront_distributions_using_deprecated_ssl_protocols",
	},
	References: []string{"https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html"},
	Since:      "0.1",
	Rule:       checks.Func{On: "aws_cloudfront_distribution", Do: outdatedOrigin},
}

func outdatedOrigin(p *checks.Pass, r *model.Resource) {
	for v := range checks.Within(r, "origin.custom_origin_config", "origin_ssl_protocols") {
		encrypted := model.Not(v.Element.At("origin_protocol_policy").IsFold("http-only"))
		at := v.Reported()
		p.Forbid(min(v.There, encrypted, v.Contains("SSLv3", "TLSv1", "TLSv1.1")), at, "%s is %v", at.Origin.Name, checks.Said(at))
	}
}
